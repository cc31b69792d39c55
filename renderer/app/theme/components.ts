import type { ComboboxItem, ComboboxParsedItem, MantineThemeComponents } from '@mantine/core';
import type { MouseEvent } from 'react';
import { findOptions } from '../../ui/fields/find-options.ts';

/** Controls are 28 (`xs`), 32 (`sm`, default) and 36 (`md`) high; the sizes themselves are in `controls.css`. */
const field = { defaultProps: { size: 'md' } };
/** What is typed takes the place of what was chosen, as it does for who comes by Tab. */
const selectText = ({ currentTarget }: MouseEvent<HTMLInputElement>) => {
  if (!currentTarget.readOnly) currentTarget.select();
};
const likeliestFirst = ({ options, search }: { options: ComboboxParsedItem[]; search: string }) =>
  options.every((option): option is ComboboxItem => 'value' in option)
    ? findOptions(options, search)
    : options.map((option) =>
        'items' in option ? { ...option, items: findOptions(option.items, search) } : option,
      );
const floating = {
  shadow: 'md',
  radius: 'md',
  transitionProps: { transition: 'pop-top-left', duration: 120 },
};

/** Defaults for Mantine's parts, so that a screen that uses them plainly already looks right. */
export const componentDefaults: MantineThemeComponents = {
  Button: { defaultProps: { size: 'sm', variant: 'default' } },
  ActionIcon: { defaultProps: { size: 'sm', variant: 'subtle', color: 'gray' } },
  TextInput: field,
  Textarea: field,
  // Arrow keys step; buttons of eight pixels are no target for anyone.
  NumberInput: { defaultProps: { ...field.defaultProps, hideControls: true } },
  PasswordInput: field,
  Select: { defaultProps: { ...field.defaultProps, onClick: selectText, filter: likeliestFirst } },
  ColorInput: field,
  DateInput: field,
  DatePickerInput: field,
  DateTimePicker: field,
  TimeInput: field,
  TimePicker: field,
  Checkbox: { defaultProps: { size: 'xs', radius: 'xs' } },
  Radio: { defaultProps: { size: 'xs' } },
  Switch: { defaultProps: { size: 'xs' } },
  SegmentedControl: { defaultProps: { size: 'sm', withItemsBorders: false, transitionDuration: 120 } },
  Tabs: { defaultProps: { variant: 'default' } },
  Table: { defaultProps: { highlightOnHover: true, withRowBorders: true } },
  Modal: {
    defaultProps: {
      radius: 'lg',
      centered: true,
      padding: 'xl',
      shadow: 'lg',
      overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1 },
      transitionProps: { transition: 'fade-up', duration: 160, timingFunction: 'ease-out' },
    },
  },
  Drawer: { defaultProps: { position: 'right', shadow: 'lg', transitionProps: { duration: 160 } } },
  Menu: { defaultProps: { ...floating, offset: 4 } },
  Popover: { defaultProps: { ...floating, offset: 6 } },
  Combobox: { defaultProps: { shadow: 'md', radius: 'md', offset: 4 } },
  Tooltip: { defaultProps: { openDelay: 500, transitionProps: { duration: 120 } } },
  Progress: { defaultProps: { radius: 'xs' } },
  Title: { defaultProps: { order: 2 } },
};
