import type { CSSVariablesResolver } from '@mantine/core';
import { customProperties, dark, light, type Palette } from './tokens.ts';

type Variables = Record<`--${string}`, string>;

/** Mantine's own colour variables, pointed at our tokens where the stock values miss our contrast ratios. */
const shared: Variables = {
  '--mantine-color-body': 'var(--canvas)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-success': 'var(--success)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-petrol-filled': 'var(--accent)',
  '--mantine-color-petrol-filled-hover': 'var(--accent-hover)',
  '--mantine-color-petrol-text': 'var(--accent-text)',
  '--mantine-color-petrol-light': 'var(--accent-soft)',
  '--mantine-color-petrol-light-hover': 'var(--accent-soft)',
  '--mantine-color-petrol-light-color': 'var(--accent-text)',
  '--mantine-color-petrol-outline': 'var(--accent-line)',
  '--mantine-color-red-filled': 'var(--danger)',
  '--mantine-color-red-text': 'var(--danger)',
  '--mantine-color-red-light': 'var(--danger-soft)',
  '--mantine-color-red-light-color': 'var(--danger)',
  '--mantine-color-red-outline': 'var(--danger)',
};

/** Every custom property of the app, per colour scheme. */
export const resolveVariables: CSSVariablesResolver = () => {
  const forScheme = (palette: Palette): Variables => ({ ...customProperties(palette), ...shared });
  return { variables: {}, light: forScheme(light), dark: forScheme(dark) };
};
