/** Small PDF files of pdfkit's, for whoever reads PDF. */
import PDFDocument from 'pdfkit';

/** What `draw` puts on an A4 page with margins of 40 points. */
export const pdfOf = (draw: (doc: PDFKit.PDFDocument) => unknown, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> =>
  new Promise((done) => {
    const doc = new PDFDocument({ size: 'A4', margin: 40, ...options });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(new Uint8Array(Buffer.concat(chunks))));
    draw(doc);
    doc.end();
  });
