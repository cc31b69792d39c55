import type { billingContract } from '#shared/ipc/billing.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Billing } from './service.ts';

/** Binds billing to the contract. */
export function billingHandlers(billing: Billing): Handlers<typeof billingContract> {
  const { parties, logos, series, drafts, lines, overview, exports } = billing;
  return {
    'billing.overview': () => overview.all(),
    'billing.unbilled': ({ clientId }) => overview.unbilled(clientId),
    'billing.invoices': ({ clientId }) => overview.invoices(clientId),
    'billing.periodWork': ({ clientId, from, to, grouping }) =>
      billing.periodWork(clientId, from, to, grouping),

    'billing.party': ({ clientId }) => parties.party(clientId),
    'billing.saveParty': (input) => parties.saveParty(input),
    'billing.profile': () => parties.profile(),
    'billing.saveProfile': (input) => parties.saveProfile(input),
    'billing.chooseLogo': () => logos.choose(),
    'billing.logo': ({ logoId }) => logos.view(logoId),
    'billing.sampleWords': ({ language }) => billing.sampleWords(language),
    'billing.series': () => series.views(),
    'billing.saveSeries': (input) => series.save(input),
    'billing.gaps': () => billing.gaps(),

    'billing.invoice': ({ invoiceId }) => billing.invoice(invoiceId),
    'billing.newerWork': ({ invoiceId }) => billing.newer.of(invoiceId),
    'billing.takeNewerWork': ({ invoiceId }) => billing.newer.take(invoiceId),
    'billing.lineEntries': ({ lineId }) => lines.entries(lineId),
    'billing.preview': ({ invoiceId }) => billing.preview(invoiceId),
    'billing.createDraft': (input) => drafts.create(input),
    'billing.changeDraft': (input) => drafts.change(input),
    'billing.addLine': (input) => lines.add(input),
    'billing.changeLine': (input) => lines.change(input),
    'billing.moveLine': ({ lineId, to }) => lines.move(lineId, to),
    'billing.removeLine': ({ lineId }) => lines.remove(lineId),
    'billing.discardDraft': ({ invoiceId }) => drafts.discard(invoiceId),
    'billing.issuing': ({ invoiceId }) => billing.issuing(invoiceId),
    'billing.stopIssuing': ({ invoiceId }) => billing.stopIssuing(invoiceId),
    'billing.issue': ({ invoiceId }) => billing.issue(invoiceId),

    'billing.savePdf': ({ invoiceId }) => exports.pdf(invoiceId),
    'billing.saveCsv': ({ invoiceId }) => exports.csv(invoiceId),
    'billing.saveInvoicesCsv': ({ clientId }) => exports.list(overview.slices(clientId)),
  };
}
