import { Combobox, Input, InputBase } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import { WorkKindSelect } from '../../../ui/fields/WorkKindSelect.tsx';

interface KindFieldProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly className?: string | undefined;
}

/**
 * The kind of work in one of many rows: a button that shows it and becomes the field as soon as keyboard or mouse reach
 * it. Fields with a list each are most of what rows take to draw.
 */
export function KindField({ value, onChange, className }: KindFieldProps) {
  const { t } = useTranslation();
  const { nameOf } = useWorkKinds();
  const [reached, setReached] = useState(false);
  if (reached) {
    return <WorkKindSelect filter required reached className={className} value={value} onChange={onChange} />;
  }
  const label = t('workKinds.one');
  const name = nameOf(value);
  return (
    <InputBase
      component="button"
      type="button"
      size="sm"
      pointer
      className={className}
      aria-haspopup="listbox"
      aria-label={name ? `${label}: ${name}` : label}
      rightSection={<Combobox.Chevron />}
      rightSectionPointerEvents="none"
      onFocus={() => setReached(true)}
      onClick={() => setReached(true)}
    >
      {name || <Input.Placeholder>{label}</Input.Placeholder>}
    </InputBase>
  );
}
