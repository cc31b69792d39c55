import { useState } from 'react';
import { formatIban, plainIban } from '#shared/domain/bank-account.ts';
import type { TaxCategory } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled, parseScaled } from '#shared/domain/money-text.ts';
import { usualPaper } from '#shared/domain/paper.ts';
import type { ProfileView } from '#shared/ipc/billing.ts';
import { useFormat } from '../format.ts';
import { storedPlace, typedPlace } from '../PlaceFields.tsx';

function formOf(profile: ProfileView, language: string) {
  return {
    ...profile,
    ...typedPlace(profile),
    iban: formatIban(profile.iban),
    category: profile.tax.category as TaxCategory,
    rate: formatScaled(profile.tax.rate, taxRateScale, language),
    days: `${profile.paymentDays}`,
  };
}

export type ProfileFormValues = ReturnType<typeof formOf>;

/**
 * What a person types into the form of their details. It follows what is stored, as after an undo, while nothing in it
 * waits to be saved.
 */
export function useProfileForm(profile: ProfileView) {
  const { language } = useFormat();
  const [form, setForm] = useState(() => formOf(profile, language));
  const [kept, setKept] = useState(form);
  const [stored, setStored] = useState(profile);
  const dirty = (Object.keys(form) as (keyof typeof form)[]).some((name) => form[name] !== kept[name]);
  if (profile !== stored) {
    setStored(profile);
    if (!dirty) {
      const fresh = formOf(profile, language);
      setForm(fresh);
      setKept(fresh);
    }
  }
  const rate = parseScaled(form.rate.replace('%', ''), taxRateScale, language);
  const days = parseScaled(form.days, 0, language);
  return {
    form,
    dirty,
    /** Read as numbers; of percent and days. */
    rate,
    days,
    change: (part: Partial<ProfileFormValues>) => setForm((before) => ({ ...before, ...part })),
    set: (name: string, value: string) =>
      setForm((before) => {
        // The paper goes with the country until another is chosen.
        const follows = name === 'country' && before.paper === usualPaper(before.country);
        return { ...before, [name]: value, ...(follows ? { paper: usualPaper(value) } : {}) };
      }),
    /** What is in the form is what is stored now. */
    keep: () => setKept(form),
    /** The details as they would be printed, were they saved now; what cannot be read stays as it is stored. */
    typed: typedProfile(form, profile, rate.ok ? rate.value : null, days.ok ? days.value : null),
  };
}

export type ProfileFormState = ReturnType<typeof useProfileForm>;

function typedProfile(
  form: ProfileFormValues,
  profile: ProfileView,
  rate: number | null,
  days: number | null,
): ProfileView {
  const { lines, postcode, city, region, country, category } = form;
  const standard = category === 'standard';
  const percent = Math.min(rate ?? profile.tax.rate, 100_000);
  return {
    ...profile,
    ...form,
    ...storedPlace({ lines, postcode, city, region, country }),
    iban: plainIban(form.iban),
    tax: { category, rate: standard ? percent : 0 },
    paymentDays: Math.min(days ?? profile.paymentDays, 365),
  };
}
