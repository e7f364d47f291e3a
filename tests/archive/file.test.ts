import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { canonicalJson, migrate, readProjectFile, STEPS, type Step, writeProjectFile } from '../../src/core/archive/index.ts';
import { newProject, PROJECT_FORMAT, type Project } from '../../src/core/document/index.ts';
import { example, pictureBytes, preset, sha256 } from '../document/example.ts';

const pictures = new Map([[sha256(pictureBytes), pictureBytes]]);
const bytes = writeProjectFile({ project: example(), pictures });
const golden = 'tests/golden/projects';

describe('the project file', () => {
  test('gives back the project and its pictures', () => {
    const opened = readProjectFile(bytes);
    expect(opened.ok && opened.file.project).toEqual(example());
    expect(opened.ok && [...opened.file.pictures]).toEqual([...pictures]);
  });

  test('gives the same bytes for the same project, in whatever order its keys were made', () => {
    const { copies, ...rest } = example();
    const shuffled = { copies, ...Object.fromEntries(Object.entries(rest).reverse()) } as Project;
    expect(writeProjectFile({ project: shuffled, pictures })).toEqual(bytes);
    const opened = readProjectFile(bytes);
    expect(opened.ok && writeProjectFile(opened.file)).toEqual(bytes);
  });

  test('gives the same bytes in every time zone', () => {
    const here = process.env.TZ;
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC']) {
      process.env.TZ = zone;
      expect(writeProjectFile({ project: example(), pictures })).toEqual(bytes);
    }
    process.env.TZ = here;
    if (here === undefined) delete process.env.TZ;
  });

  test('is a plain zip: project.json with keys in order, pictures as they came', () => {
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['project.json', `pictures/${sha256(pictureBytes)}.jpg`]);
    expect(files[`pictures/${sha256(pictureBytes)}.jpg`]).toEqual(pictureBytes);
    const keys = Object.keys(JSON.parse(new TextDecoder().decode(files['project.json'])));
    expect(keys).toEqual([...keys].sort());
  });

  test('keeps one copy of a picture used under two names', () => {
    const project = example();
    const twice = { ...project, pictures: { ...project.pictures, x2: { ...project.pictures.x1!, id: 'x2', name: '又.jpg' } } };
    const opened = readProjectFile(writeProjectFile({ project: twice, pictures }));
    expect(opened.ok && opened.file.project).toEqual(twice);
    expect(Object.keys(unzipSync(writeProjectFile({ project: twice, pictures })))).toHaveLength(2);
  });

  test('is never written where it could not be opened again', () => {
    expect(() => writeProjectFile({ project: example(), pictures: new Map() })).toThrow(/not at hand/u);
    expect(() => writeProjectFile({ project: { ...example(), seed: Number.NaN }, pictures })).toThrow();
    expect(() => canonicalJson({ x: Number.POSITIVE_INFINITY })).toThrow(/finite/u);
  });
});

describe('a file that cannot be opened is told apart', () => {
  const code = (b: Uint8Array): unknown => {
    const r = readProjectFile(b);
    return r.ok ? 'opened' : r.problem;
  };
  const zipOf = (json: unknown): Uint8Array => zipSync({ 'project.json': strToU8(JSON.stringify(json)) });

  test('empty, another kind of file, another kind of zip', () => {
    expect(code(new Uint8Array(0))).toEqual({ code: 'empty' });
    expect(code(strToU8('not a zip at all, only text, and long enough to hold an end record if it had one'))).toEqual({
      code: 'not-a-project',
    });
    expect(code(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toEqual({ code: 'not-a-project' });
    expect(code(zipOf({ hello: 1 }))).toEqual({ code: 'not-a-project' });
  });

  test('a newer version, by its number', () => {
    expect(code(zipOf({ format: PROJECT_FORMAT + 6, anything: [] }))).toEqual({
      code: 'newer',
      version: PROJECT_FORMAT + 6,
      reads: PROJECT_FORMAT,
    });
  });

  test('a field that is wrong, by its place', () => {
    expect(code(zipOf({ ...example(), seed: 'x' }))).toEqual({ code: 'invalid', at: 'seed' });
  });

  test('cut off at any length: never opened, never an exception', () => {
    for (let length = 1; length < bytes.length; length += 7) expect(code(bytes.subarray(0, length))).not.toBe('opened');
  });

  test('one bit changed anywhere in the text: never opened as another text', () => {
    for (let at = 0; at < bytes.length; at += 3) {
      const bad = bytes.slice();
      bad[at]! ^= 1 << (at % 8);
      const r = readProjectFile(bad);
      if (r.ok) expect(r.file.project).toEqual(example());
    }
  });
});

describe('versions', () => {
  const steps: Step[] = [
    { from: 1, name: 'a', up: (p) => ({ ...(p as object), a: 1 }) },
    { from: 2, name: 'b', up: (p) => ({ ...(p as object), b: (p as { a: number }).a + 1 }) },
  ];

  test('steps are taken one by one', () => {
    expect(migrate({}, 1, steps, 3)).toEqual({ a: 1, b: 2 });
    expect(migrate({ a: 4 }, 2, steps, 3)).toEqual({ a: 4, b: 5 });
    expect(() => migrate({}, 1, steps.slice(1), 3)).toThrow(/no step from version 1/u);
  });

  test('the shipped steps count up from 1 to the present version without a gap', () => {
    expect(STEPS.map((s) => s.from)).toEqual(Array.from({ length: PROJECT_FORMAT - 1 }, (_, i) => i + 1));
  });

  test('every version has an old file, and every old file opens, saves and opens equal', () => {
    for (let v = 1; v <= PROJECT_FORMAT; v++) {
      const files = readdirSync(`${golden}/v${v}`).filter((f) => f.endsWith('.banxin'));
      expect(files.length).toBeGreaterThan(0);
      for (const f of files) {
        const opened = readProjectFile(readFileSync(`${golden}/v${v}/${f}`));
        if (!opened.ok) throw new Error(`${f}: ${JSON.stringify(opened.problem)}`);
        const again = readProjectFile(writeProjectFile(opened.file));
        expect(again.ok && again.file.project).toEqual(opened.file.project);
      }
    }
  });
});

test('a new project without pages is a file too', () => {
  const project = newProject(preset());
  const opened = readProjectFile(writeProjectFile({ project, pictures: new Map() }));
  expect(opened.ok && opened.file.project).toEqual(project);
});
