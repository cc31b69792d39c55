import { Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client, ClientCard } from '#shared/ipc/clients.ts';
import { clientsContract } from '#shared/ipc/clients.ts';
import { useDraft } from '../../../lib/draft.ts';
import { checkFields, refusedFields } from '../../../lib/form-errors.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Form } from '../../../ui/Form.tsx';
import { useAnnounce, useToast } from '../../../ui/feedback/Feedback.tsx';
import { LeaveGuard } from '../../../ui/LeaveGuard.tsx';
import { ChannelsField } from '../form/ChannelsField.tsx';
import { ContactsField } from '../form/ContactsField.tsx';
import { IdentityFields } from '../form/IdentityFields.tsx';
import { type ClientDraft, changesOf, valuesOf } from '../form/values.ts';
import { AgreementFields } from './AgreementFields.tsx';
import classes from './EditClientForm.module.css';
import { SaveBar } from './SaveBar.tsx';
import { Section } from './Section.tsx';
import { WorkFields } from './WorkFields.tsx';

export interface EditClientFormProps {
  readonly client: Client;
  readonly others: readonly ClientCard[];
}

/** Everything about a client. What was typed stays when saving is refused, and leaving asks first. */
export function EditClientForm({ client, others }: EditClientFormProps) {
  const { t } = useTranslation(['clients', 'common']);
  const toast = useToast();
  const announce = useAnnounce();
  const draft = useDraft(valuesOf(client));
  const change = useWrite('clients.change');
  const form = useRef<HTMLFormElement>(null);
  const { values, set, error, dirty, reset } = draft;
  useFreshValues(client, dirty, reset);

  const refuse = (fields: Record<string, string>) => {
    const { responseMinutes, ...rest } = fields;
    draft.setErrors(responseMinutes ? { ...rest, responseText: responseMinutes } : rest);
    announce(t('edit.checkFields', { count: Object.keys(fields).length }), true);
  };
  const input = () => ({ ...changesOf(draft.changes), clientId: client.id });
  const check = () => {
    const wrong = checkFields(t, clientsContract['clients.change'], input());
    if (Object.keys(wrong).length > 0) refuse(wrong);
    return Object.keys(wrong).length === 0;
  };
  const save = () => {
    if (!dirty || change.isPending || !check()) return;
    change.mutate(input(), {
      onSuccess: () => {
        reset(values);
        toast.show({ text: t('common:saved'), tone: 'success' });
      },
      onError: (problem) => {
        const fields = refusedFields(t, problem);
        if (Object.keys(fields).length > 0) refuse(fields);
      },
    });
  };
  useHotkeys([['mod+S', () => form.current?.requestSubmit()]], []);

  return (
    <Form
      ref={form}
      className={classes.form}
      onSubmit={save}
      onCheck={() => void check()}
      aria-label={t('edit.title')}
    >
      <Section title={t('sections.identity')}>
        <IdentityFields
          values={values}
          others={others}
          codeFollows={false}
          error={error}
          onChange={(changes) => {
            if (changes.name !== undefined) set('name', changes.name);
            if (changes.code !== undefined) set('code', changes.code);
            if (changes.color !== undefined) set('color', changes.color);
          }}
        />
      </Section>
      <Section title={t('sections.work')}>
        <WorkFields draft={draft} />
      </Section>
      <Section title={t('sections.people')}>
        <ContactsField
          value={values.contacts}
          onChange={(contacts) => set('contacts', contacts)}
          errorAt={(path) => error(`contacts.${path}`)}
        />
        <ChannelsField
          value={values.channels}
          onChange={(channels) => set('channels', channels)}
          errorAt={(path) => error(`channels.${path}`)}
        />
      </Section>
      <Section title={t('sections.agreement')}>
        <AgreementFields draft={draft} />
      </Section>
      <Section title={t('sections.notes')}>
        <Textarea
          label={t('fields.notes')}
          description={t('fields.notesHint')}
          autosize
          minRows={4}
          value={values.notes}
          error={error('notes')}
          onChange={(event) => set('notes', event.currentTarget.value)}
        />
      </Section>
      <SaveBar
        dirty={dirty}
        busy={change.isPending}
        problem={change.error}
        onDiscard={() => {
          change.reset();
          reset();
        }}
      />
      <LeaveGuard active={dirty} />
    </Form>
  );
}

/** Takes over what changed elsewhere (an undo, another view), unless something is being typed here. */
function useFreshValues(client: Client, dirty: boolean, reset: ClientDraft['reset']): void {
  const seen = useRef(client);
  useEffect(() => {
    if (client === seen.current || dirty) return;
    seen.current = client;
    reset(valuesOf(client));
  }, [client, dirty, reset]);
}
