import { createTheme, type MantineColorsTuple, rem } from '@mantine/core';
import { componentDefaults } from './components.ts';

const gray: MantineColorsTuple = [
  '#F7F6F3',
  '#F3F1ED',
  '#EFEDE9',
  '#ECEAE5',
  '#E4E1DB',
  '#D2CEC6',
  '#8A867E',
  '#6A665E',
  '#55514A',
  '#1F1E1B',
];
const dark: MantineColorsTuple = [
  '#EDECEA',
  '#B9B7B3',
  '#9C9A96',
  '#7A7E84',
  '#3D4145',
  '#2A2D30',
  '#1E2022',
  '#161718',
  '#131415',
  '#111213',
];
const petrol: MantineColorsTuple = [
  '#EEF6F8',
  '#E2EEF1',
  '#B5D8E1',
  '#7CC6D8',
  '#62B6CB',
  '#4FA3B9',
  '#0F6379',
  '#0B5265',
  '#17333B',
  '#06222A',
];

// Both come with the app. Every further name is a question to the system, asked before the first line is drawn.
const sans = "'Inter Variable'";
const mono = "'JetBrains Mono Variable', monospace";

/** The look of the whole app. Colours of surfaces, lines and states are custom properties: see `variables.ts`. */
export const theme = createTheme({
  colors: { gray, dark, petrol },
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  black: '#1F1E1B',
  white: '#FFFFFF',
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontSizes: {
    xxs: rem(11),
    xs: rem(12),
    sm: rem(13),
    md: rem(14),
    lg: rem(16),
    xl: rem(20),
    display: rem(28),
  },
  lineHeights: { xs: '1.3334', sm: '1.5385', md: '1.5385', lg: '1.5', xl: '1.4' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(16) },
  defaultRadius: 'sm',
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.4' },
      h2: { fontSize: rem(16), lineHeight: '1.5' },
      h3: { fontSize: rem(13), lineHeight: '1.5385' },
    },
  },
  shadows: {
    sm: '0 1px 2px rgb(0 0 0 / 8%)',
    md: '0 8px 24px rgb(0 0 0 / 14%)',
    lg: '0 16px 48px rgb(0 0 0 / 22%)',
  },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  activeClassName: '',
  components: componentDefaults,
});
