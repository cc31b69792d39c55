/** A file that the build places beside the bundle; the value is its path at run time. */
declare module '*?asset' {
  const path: string;
  export default path;
}
