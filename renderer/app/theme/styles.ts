// The one place that brings in fonts and style sheets. The order of the layers comes first; after it none matters.
import './layers.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './mantine.ts';
import './base.css';
import './controls.css';
import './fields.css';
import './overlays.css';
