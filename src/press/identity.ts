/** How a file says what it is: Info, XMP and the output intent (guide print.md §1). */
import { PressError } from './errors.ts';
import type { OutputCondition, PressOptions, Profile } from './options.ts';
import { deflated } from './pdf/deflate.ts';
import type { Pdf } from './pdf/document.ts';
import type { PressSentence } from './sentences.ts';

export const CREATOR = 'Banxin';
export const PRODUCER = 'Banxin with PDFKit 0.20.2';
const REGISTRY = 'http://www.color.org';

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters XML 1.0 cannot hold at all are left out. */
const xml = (text: string): string => {
  let out = '';
  for (const c of text) if (c >= ' ' || c === '\t') out += XML[c] ?? c;
  return out;
};

/** The Info dictionary's strings. X-1a:2003 is named here, X-4 in the XMP only. */
export function infoEntries(profile: Profile, title: string): Record<string, string> {
  return {
    Title: title,
    Creator: CREATOR,
    Producer: PRODUCER,
    ...(profile === 'x1a' ? { GTS_PDFXVersion: 'PDF/X-1a:2003' } : {}),
  };
}

/** The rdf:Description elements of the XMP packet. Dates are the same instant as in Info. */
export function xmpPacket(options: PressOptions, title: string, language: string, uuid: string): string {
  const date = `${options.creationDate.toISOString().split('.')[0]}Z`;
  const x = (prefix: string, uri: string, inner: string): string =>
    `<rdf:Description rdf:about="" xmlns:${prefix}="${uri}">${inner}</rdf:Description>\n`;
  return [
    x(
      'dc',
      'http://purl.org/dc/elements/1.1/',
      `<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>` +
        `<dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language>`,
    ),
    x(
      'xmp',
      'http://ns.adobe.com/xap/1.0/',
      `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>` +
        `<xmp:MetadataDate>${date}</xmp:MetadataDate><xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>`,
    ),
    x(
      'xmpMM',
      'http://ns.adobe.com/xap/1.0/mm/',
      `<xmpMM:DocumentID>uuid:${uuid}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:${uuid}</xmpMM:InstanceID>` +
        '<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
    ),
    x('pdf', 'http://ns.adobe.com/pdf/1.3/', `<pdf:Producer>${PRODUCER}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>`),
    options.profile === 'x4'
      ? x('pdfxid', 'http://www.npes.org/pdfx/ns/id/', '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>')
      : '',
  ].join('');
}

const ascii = (bytes: Uint8Array, from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4));

/** Throws a PressError where the profile cannot be the output intent of this level. */
export function checkCondition(condition: OutputCondition, profile: Profile): void {
  const { icc, name } = condition;
  const fail = (sentence: PressSentence): never => {
    throw new PressError(sentence, { name });
  };
  if (icc.length < 132 || ascii(icc, 36) !== 'acsp') fail('profile-foreign');
  if (new DataView(icc.buffer, icc.byteOffset).getUint32(0) !== icc.length) fail('profile-cut');
  if (ascii(icc, 12) !== 'prtr') fail('profile-class');
  if (ascii(icc, 16) !== 'CMYK') fail('profile-inks');
  if (profile === 'x1a' && (icc[8] as number) > 2) fail('profile-version');
}

/** The last profile deflated: it takes half a second, and one process exports many pages with it. */
let lastDeflated: { readonly icc: Uint8Array; readonly bytes: Uint8Array } | null = null;

/** The profile as it is embedded: deflated beforehand where Banxin ships it, now where the plant's own was loaded. */
function deflatedProfile({ icc, deflated: ready }: OutputCondition): Uint8Array {
  if (ready) return ready;
  if (!lastDeflated || Buffer.compare(lastDeflated.icc, icc) !== 0) lastDeflated = { icc, bytes: deflated(icc) };
  return lastDeflated.bytes;
}

/** The one output intent, with its profile embedded unaltered. */
export function outputIntent(pdf: Pdf, condition: OutputCondition): void {
  const profile = pdf.deflated({ N: 4 }, deflatedProfile(condition));
  const intent = pdf.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: new String(condition.identifier),
    OutputCondition: new String(condition.name),
    Info: new String(condition.name),
    DestOutputProfile: profile,
    ...(condition.registered ? { RegistryName: new String(REGISTRY) } : {}),
  });
  intent.end();
  pdf.root.OutputIntents = [intent];
}
