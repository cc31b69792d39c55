/** One colour scheme: the custom properties that every style sheet reads, without the leading `--`. */
export type Palette = Readonly<Record<TokenName, string>>;

export type TokenName =
  | 'canvas'
  | 'rail'
  | 'surface'
  | 'raised'
  | 'sunken'
  | 'hover'
  | 'line'
  | 'line-strong'
  | 'field-border'
  | 'text'
  | 'text-2'
  | 'text-3'
  | 'accent'
  | 'accent-hover'
  | 'on-accent'
  | 'accent-text'
  | 'accent-soft'
  | 'accent-line'
  | 'danger'
  | 'danger-soft'
  | 'warning'
  | 'warning-soft'
  | 'warning-line'
  | 'success'
  | 'success-soft'
  | 'scrim'
  | 'event-tint'
  | `client-${ClientColour}`;

/** The eight client colours; each has its own shape as a second cue (see `ui/ClientMark`). */
export type ClientColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Ratios against every surface are checked in `test/unit/theme-contrast.test.ts`. */
export const light: Palette = {
  canvas: '#F7F6F3',
  rail: '#EFEDE9',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  sunken: '#F3F1ED',
  hover: '#ECEAE5',
  line: '#E4E1DB',
  'line-strong': '#D2CEC6',
  'field-border': '#8A867E',
  text: '#1F1E1B',
  'text-2': '#55514A',
  'text-3': '#6A665E',
  accent: '#0F6379',
  'accent-hover': '#0B5265',
  'on-accent': '#FFFFFF',
  'accent-text': '#0B5C71',
  'accent-soft': '#E2EEF1',
  'accent-line': '#8DBAC6',
  danger: '#B3261E',
  'danger-soft': '#FBEBE9',
  warning: '#855000',
  'warning-soft': '#FAF0DE',
  'warning-line': '#D99A2B',
  success: '#226A40',
  'success-soft': '#E5F2E9',
  scrim: 'rgb(31 30 27 / 32%)',
  'event-tint': '11%',
  'client-1': '#AD7A10',
  'client-2': '#983F00',
  'client-3': '#780A38',
  'client-4': '#8A4F93',
  'client-5': '#26288A',
  'client-6': '#3E89BC',
  'client-7': '#437C54',
  'client-8': '#465463',
};

export const dark: Palette = {
  canvas: '#161718',
  rail: '#111213',
  surface: '#1E2022',
  raised: '#242629',
  sunken: '#1A1B1D',
  hover: '#2A2D30',
  line: '#2C2F32',
  'line-strong': '#3D4145',
  'field-border': '#7A7E84',
  text: '#EDECEA',
  'text-2': '#B9B7B3',
  'text-3': '#9C9A96',
  accent: '#62B6CB',
  'accent-hover': '#7CC6D8',
  'on-accent': '#06222A',
  'accent-text': '#7CC6D8',
  'accent-soft': '#17333B',
  'accent-line': '#3A7887',
  danger: '#F2928A',
  'danger-soft': '#3B211F',
  warning: '#E5B25F',
  'warning-soft': '#35290F',
  'warning-line': '#8A6420',
  success: '#82C99C',
  'success-soft': '#17301F',
  scrim: 'rgb(0 0 0 / 52%)',
  'event-tint': '16%',
  'client-1': '#EEC563',
  'client-2': '#E08542',
  'client-3': '#C55571',
  'client-4': '#D18EDA',
  'client-5': '#7671D8',
  'client-6': '#89CCFF',
  'client-7': '#78C086',
  'client-8': '#8C99A6',
};

/** The palette as custom properties: `{'--canvas': '#F7F6F3', …}`. */
export function customProperties(palette: Palette): Record<`--${string}`, string> {
  return Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--${name}`, value]));
}
