import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ChannelKind, channelKinds } from '#shared/domain/clients.ts';
import type { ClientFields } from '#shared/ipc/clients.ts';
import classes from './ChannelsField.module.css';

type Channels = ClientFields['channels'];

export interface ChannelsFieldProps {
  readonly value: Channels;
  readonly onChange: (value: Channels) => void;
  readonly errorAt: (path: string) => string | undefined;
}

/** The agreed ways to reach each other: one main, one when that fails. */
export function ChannelsField({ value, onChange, errorAt }: ChannelsFieldProps) {
  const { t } = useTranslation('clients');
  const kinds = channelKinds.map((kind) => ({ value: kind, label: t(`channels.${kind}`) }));
  return (
    <div className={classes.root}>
      {(['main', 'second'] as const).map((priority) => {
        const channel = value[priority];
        return (
          <div key={priority} className={classes.channel}>
            <Select
              label={t(`fields.${priority}Channel`)}
              placeholder={t('channels.none')}
              data={kinds}
              value={channel?.kind ?? null}
              clearable
              clearButtonProps={{
                'aria-label': t('fields.clear', { field: t(`fields.${priority}Channel`) }),
              }}
              onChange={(kind) =>
                onChange({
                  ...value,
                  [priority]: kind && { kind: kind as ChannelKind, value: channel?.value ?? '' },
                })
              }
            />
            <TextInput
              label={t('fields.channelValue')}
              placeholder={channel ? t(`channels.examples.${channel.kind}`) : ''}
              disabled={!channel}
              value={channel?.value ?? ''}
              error={errorAt(`${priority}.value`)}
              onChange={(event) =>
                channel &&
                onChange({ ...value, [priority]: { ...channel, value: event.currentTarget.value } })
              }
            />
          </div>
        );
      })}
    </div>
  );
}
