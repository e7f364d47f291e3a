/**
 * The one place that leans on pdfkit's undocumented members (guide print.md, part two §1). Everything above works with
 * references, pages and bytes. The press pins what it uses here and tests it: an update of pdfkit that moves one of
 * these breaks tests/press/document.test.ts and nothing else.
 */
import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { type Deflate, deflated, type Packing } from './deflate.ts';
import { Verbatim } from './objects.ts';

export type PdfVersion = '1.4' | '1.6';
export type Dict = Record<string, unknown>;

/** An indirect object. `data` may be changed until `end`. */
export interface Ref {
  readonly id: number;
  data: Dict;
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array | string): void;
}

/** What pdfkit's reference keeps to itself. */
interface InnerRef extends Ref {
  buffer: Uint8Array[];
  compress: boolean;
  packing?: Packing;
  finalize(): void;
}

/**
 * Objects on their way into the file, in the order in which they ended: one that waits for its stream to be deflated holds
 * back those after it, so that the file is the same however long it takes.
 */
class Queue {
  private last: Promise<void> | null = null;

  add(ready: void | Promise<void>, write: () => void): void {
    if (!ready && !this.last) {
      write();
      return;
    }
    const before = this.last;
    this.last = (async () => {
      await before;
      await ready;
      write();
    })();
    // Heard by `empty`.
    this.last.catch(() => undefined);
  }

  /** Resolves when everything has been written. Rejects where deflating failed. */
  async empty(): Promise<void> {
    for (let last = this.last; last; last = this.last) {
      await last;
      if (this.last === last) this.last = null;
    }
  }
}

/** Streams are deflated by us when they end, and not by pdfkit with the system's zlib. */
function deflateOurselves(doc: Internals, deflate: Deflate): Queue {
  const queue = new Queue();
  const plain = doc.ref.bind(doc);
  doc.ref = (data) => {
    const ref = plain(data) as InnerRef;
    const finish = ref.finalize.bind(ref);
    ref.finalize = () => {
      const packs = ref.compress && ref.buffer.length > 0;
      ref.compress = false;
      const keep = (bytes: Uint8Array): void => {
        ref.buffer = [bytes];
      };
      const packed = packs ? deflate(Buffer.concat(ref.buffer), ref.packing ?? 'usual') : null;
      if (packed instanceof Promise) queue.add(packed.then(keep), finish);
      else {
        if (packed) keep(packed);
        queue.add(undefined, finish);
      }
    };
    return ref;
  };
  return queue;
}

interface Internals {
  version: number;
  ref(data?: Dict | unknown[]): Ref;
  page: { dictionary: Ref; resources: Ref; content: Ref };
  _root: Ref;
  _id: Uint8Array;
  _offset: number;
  info: Dict;
  _write(data: Uint8Array | string): void;
  _addInfo(): void;
  read(): Uint8Array | null;
  addPage(options: { size: [number, number]; margin: number }): void;
  appendXML(xml: string): void;
  flushPages(): void;
  outline: OutlineItem;
  end(): void;
}

export interface OutlineItem {
  addItem(title: string, options: { pageNumber: number; top: number; left: number; expanded?: boolean }): OutlineItem;
}

export interface PdfPage {
  readonly ref: Ref;
  /** Entries of the page's resources, by category and name. */
  resource(category: 'Font' | 'ExtGState' | 'ColorSpace' | 'XObject', name: string, value: Ref): void;
  content(stream: string): void;
}

export interface PdfOptions {
  readonly version: PdfVersion;
  readonly language: string | null;
  /** Shown in the window's title instead of the file's name. */
  readonly displayTitle: boolean;
  /** Called with each piece of the file, in order. */
  readonly sink: (chunk: Uint8Array) => void;
  /** Here and at once where it is not given. */
  readonly deflate?: Deflate | undefined;
}

/** Info entries; the strings go in as text strings, `Trapped` as the name it must be. */
export interface PdfInfo {
  readonly entries: Readonly<Record<string, string>>;
  readonly date: Date;
}

export class Pdf {
  private readonly doc: Internals;
  private readonly hash = createHash('sha256');
  private readonly queue: Queue;
  private finger: Buffer | null = null;

  constructor(options: PdfOptions) {
    const doc = new PDFDocument({
      autoFirstPage: false,
      pdfVersion: options.version,
      font: null as unknown as string,
      info: { CreationDate: new Date(0) },
      ...(options.language ? { lang: options.language } : {}),
      ...(options.displayTitle ? { displayTitle: true } : {}),
    }) as unknown as Internals;
    this.doc = doc;
    this.queue = deflateOurselves(doc, options.deflate ?? deflated);
    const emit = (chunk: Uint8Array): void => {
      this.hash.update(chunk);
      options.sink(chunk);
    };
    // The header was already pushed into the readable stream; from here on bytes go straight to the sink.
    for (let head = doc.read(); head; head = doc.read()) emit(Uint8Array.from(head));
    doc._write = (data) => {
      const chunk = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
      doc._offset += chunk.length;
      emit(chunk);
    };
  }

  /** A new indirect object; the caller ends it. */
  ref(data: Dict | unknown[] = {}): Ref {
    return this.doc.ref(data);
  }

  /** An indirect stream whose bytes are already deflated. */
  deflated(data: Dict, compressed: Uint8Array): Ref {
    const ref = this.doc.ref({ ...data, Filter: 'FlateDecode' });
    ref.end(compressed);
    return ref;
  }

  /** An indirect stream whose bytes hardly become smaller. */
  dense(data: Dict, bytes: Uint8Array): Ref {
    const ref = this.doc.ref(data) as InnerRef;
    ref.packing = 'dense';
    ref.end(bytes);
    return ref;
  }

  /** The catalogue's dictionary. */
  get root(): Dict {
    return this.doc._root.data;
  }

  get outline(): OutlineItem {
    return this.doc.outline;
  }

  /**
   * A new page; the page before it is written out. Its content stream starts in pdfkit's own space: points from the
   * sheet's top-left corner, y downwards.
   */
  page(widthPt: number, heightPt: number, boxes: Dict): PdfPage {
    this.doc.addPage({ size: [widthPt, heightPt], margin: 0 });
    const { dictionary, resources, content } = this.doc.page;
    delete dictionary.data.UserUnit; // GWG R0002
    Object.assign(dictionary.data, boxes);
    return {
      ref: dictionary,
      resource: (category, name, value) => {
        const entries = (resources.data[category] ?? {}) as Dict;
        entries[name] = value;
        resources.data[category] = entries;
      },
      content: (stream) => content.write(Buffer.from(stream, 'latin1')),
    };
  }

  /**
   * The roots of a tagged file: the structure tree and the catalogue's mark dictionary. pdfkit ends both by itself when
   * the file is finished.
   */
  structure(): { root: Ref; mark: Ref } {
    const root = this.doc.ref({ Type: 'StructTreeRoot' });
    const mark = this.doc.ref({});
    Object.assign(this.doc._root.data, { StructTreeRoot: root, MarkInfo: mark });
    return { root, mark };
  }

  /** A fingerprint of every byte written so far: what identifiers are made of, so that the same pages give the same file. */
  private fingerprint(): Buffer {
    this.finger ??= this.hash.copy().digest();
    return this.finger;
  }

  /** Writes what is left. `xmp` is given the document's UUID and returns the rdf:Description elements. Rejects where deflating failed. */
  async finish(info: PdfInfo, xmp: (uuid: string) => string): Promise<void> {
    const doc = this.doc;
    // The fingerprint is taken in the middle of `end`: by then all pages must be in the file.
    doc.flushPages();
    await this.queue.empty();
    doc.info = { ...info.entries, CreationDate: info.date, ModDate: info.date, Trapped: new Verbatim('/False') };
    doc._addInfo = () => {
      const id = this.fingerprint();
      doc._id = Uint8Array.from(id.subarray(0, 16));
      const h = id.subarray(16, 32).toString('hex');
      doc.appendXML(xmp(`${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`));
    };
    doc.end();
    await this.queue.empty();
  }
}
