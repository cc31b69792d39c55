import { AFRelationship, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { toDate } from '#shared/domain/date.ts';
import { facturXMetadata, xmlName } from './facturx-metadata.ts';

export interface FacturXFacts {
  readonly title: string;
  /** UTC ms; when the XML was made. */
  readonly now: number;
}

/**
 * The printed page with the XML inside, as Factur-X 1.0 (profile EN 16931) has it: named, typed, related to the page
 * as its alternative, and declared in XMP. Everything else of the page, tags and fonts included, stays as it was.
 */
export async function facturX(
  page: Uint8Array,
  xml: string,
  { title, now }: FacturXFacts,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(page, { updateMetadata: false });
  const at = toDate(now);
  await document.attach(new TextEncoder().encode(xml), xmlName, {
    mimeType: 'text/xml',
    description: 'Factur-X',
    afRelationship: AFRelationship.Alternative,
    creationDate: at,
    modificationDate: at,
  });
  const { context, catalog } = document;
  const metadata = context.stream(new TextEncoder().encode(facturXMetadata(title)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}
