/** The issue that the window is measured with: the sample's pages twice over, and twenty photographs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { type ProjectFile, readProjectFile } from '../../src/core/archive/index.ts';
import type { Page, Picture, Project } from '../../src/core/document/index.ts';
import type { Story } from '../../src/core/story/index.ts';
import { importPicture } from '../../src/node/pictures.ts';

const PHOTOS = 20;
/** A photograph's worth of pixels, no two alike. */
async function photograph(i: number): Promise<{ picture: Picture; bytes: Uint8Array }> {
  const noise = await sharp({
    create: { width: 375, height: 250, channels: 3, background: '#777', noise: { type: 'gaussian', mean: 90 + i * 4, sigma: 40 } },
  })
    .png()
    .toBuffer();
  const bytes = await sharp(noise).resize(3000, 2000).jpeg({ quality: 90 }).toBuffer();
  return { bytes, picture: await importPicture(`photo-${i}.jpg`, bytes) };
}

/** The issue's pages a second time, with stories of their own. */
function twice(project: Project): Project {
  const again = (id: string): string => `again-${id}`;
  const page = (p: Page, i: number): Page => ({
    ...p,
    id: again(p.id),
    number: project.pages.length + i + 1,
    articles: p.articles.map((a) => ({ ...a, id: again(a.id), story: again(a.story) })),
    frames: p.frames.map((f) => ({ ...f, id: again(f.id), article: f.article && again(f.article) })),
  });
  const copies = Object.values(project.stories).map((s): Story => ({ ...s, id: again(s.id) }));
  return {
    ...project,
    stories: { ...project.stories, ...Object.fromEntries(copies.map((s) => [s.id, s])) },
    storyOrder: [...project.storyOrder, ...project.storyOrder.map(again)],
    pages: [...project.pages, ...project.pages.map(page)],
  };
}

/** Every place for a photograph gets one of its own, and stories without one are given the rest. */
async function withPhotographs({ project }: ProjectFile): Promise<ProjectFile> {
  const made = await Promise.all(Array.from({ length: PHOTOS }, (_, i) => photograph(i)));
  let next = 0;
  const stories = Object.fromEntries(
    Object.values(project.stories).map((s): [string, Story] => [
      s.id,
      { ...s, pictures: s.pictures.map((p) => ({ ...p, picture: (made[next++ % PHOTOS] as (typeof made)[number]).picture.id })) },
    ]),
  );
  return {
    project: { ...project, stories, pictures: Object.fromEntries(made.map((m) => [m.picture.id, m.picture])) },
    pictures: new Map(made.map((m) => [m.picture.sha256, m.bytes])),
  };
}

/** Eight pages with twenty photographs, as a file; made from what `npm run build` left. */
export async function fullIssue(): Promise<ProjectFile> {
  const opened = readProjectFile(readFileSync(join(process.cwd(), 'out/samples/issue.banxin')));
  if (!opened.ok) throw new Error(opened.problem.code);
  return withPhotographs({ ...opened.file, project: twice(opened.file.project) });
}
