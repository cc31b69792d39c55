/** Class names for a native `<table>`; see the style sheet for what each does. */
export { default as tableStyles } from './Table.module.css';
