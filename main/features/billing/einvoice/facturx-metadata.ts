import { el, leaf, type XmlElement, type XmlPart, xmlText } from '#shared/domain/einvoice/xml.ts';

/** The name that Factur-X 1.0 fixes for the XML inside the PDF. */
export const xmlName = 'factur-x.xml';

const fx = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

const namespaces = {
  'xmlns:x': 'adobe:ns:meta/',
};

const describing = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
};

/** The properties of Factur-X, with what each means; the list that its extension schema has to give. */
const properties: readonly [name: string, value: string, meaning: string][] = [
  ['DocumentFileName', xmlName, 'The name of the embedded XML document'],
  ['DocumentType', 'INVOICE', 'The type of the hybrid document in capital letters'],
  ['Version', '1.0', 'The version of the standard that the embedded XML document follows'],
  ['ConformanceLevel', 'EN 16931', 'The conformance level of the embedded XML document'],
];

/**
 * What a Factur-X file says about itself in XMP: the embedded XML and its profile. PDF/A is not claimed: no validator
 * has looked.
 */
export function facturXMetadata(title: string): string {
  const rdf = within('rdf:RDF', describing, [
    description({ 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
      leaf('dc:format', 'application/pdf'),
      el('dc:title', el('rdf:Alt', leaf('rdf:li', title, { 'xml:lang': 'x-default' }))),
    ]),
    description(
      { 'xmlns:fx': fx },
      properties.map(([name, value]) => leaf(`fx:${name}`, value)),
    ),
    description(
      {
        'xmlns:pdfaExtension': 'http://www.aiim.org/pdfa/ns/extension/',
        'xmlns:pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#',
        'xmlns:pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#',
      },
      [extensionSchema()],
    ),
  ]);
  const body = xmlText('x:xmpmeta', namespaces, rdf).replace(/^<\?xml[^>]*\?>\n/, '');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${body}<?xpacket end="w"?>`;
}

function extensionSchema(): XmlPart {
  const list = properties.map(([name, , meaning]) =>
    within('rdf:li', { 'rdf:parseType': 'Resource' }, [
      leaf('pdfaProperty:name', name),
      leaf('pdfaProperty:valueType', 'Text'),
      leaf('pdfaProperty:category', 'external'),
      leaf('pdfaProperty:description', meaning),
    ]),
  );
  const schema = within('rdf:li', { 'rdf:parseType': 'Resource' }, [
    leaf('pdfaSchema:schema', 'Factur-X PDFA Extension Schema'),
    leaf('pdfaSchema:namespaceURI', fx),
    leaf('pdfaSchema:prefix', 'fx'),
    el('pdfaSchema:property', el('rdf:Seq', list)),
  ]);
  return el('pdfaExtension:schemas', el('rdf:Bag', schema));
}

function description(attributes: Readonly<Record<string, string>>, parts: readonly XmlPart[]): XmlPart {
  return within('rdf:Description', { 'rdf:about': '', ...attributes }, parts);
}

function within(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parts: readonly XmlPart[],
): XmlElement {
  const inner = el(name, ...parts);
  return { name, attributes, content: inner === null ? '' : inner.content };
}
