/** Bookmarks: one for each page, and under it one for each article. Destinations only, no action (PDF/X forbids those). */
import type { Project } from '../core/document/index.ts';
import type { Part, Scene } from '../core/scene/index.ts';
import type { Story } from '../core/story/index.ts';
import type { Pdf } from './pdf/document.ts';
import type { Sheet } from './sheet.ts';
import { articlesOf } from './tags.ts';

const LONGEST = 60;

/** What an article is called: its headline, else its label, else how its text begins. */
export function articleTitle(story: Story): string {
  const text = story.headline?.text || story.label?.text || story.body.find((b) => b.text)?.text || story.id;
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

const pageTitle = (project: Project, scene: Scene): string => {
  const page = project.pages.find((p) => p.id === scene.page);
  if (!page) return scene.page;
  const name = project.paper.language === 'en' ? `Page ${page.number}` : `第${page.number}版`;
  return page.section ? `${name} ${page.section}` : name;
};

/** After all pages: `sheets` are those of `scenes`. */
export function addBookmarks(pdf: Pdf, project: Project, scenes: readonly Scene[], sheets: readonly Sheet[]): void {
  scenes.forEach((scene, pageNumber) => {
    const sheet = sheets[pageNumber] as Sheet;
    // pdfkit counts `left` from the right edge of the sheet.
    const at = (x: number, y: number) => ({ pageNumber, top: sheet.offsetPt + y, left: sheet.widthPt - sheet.offsetPt - x });
    const page = pdf.outline.addItem(pageTitle(project, scene), { ...at(0, 0), expanded: true });
    const list = articlesOf(
      scene,
      project.pages.find((p) => p.id === scene.page),
    );
    for (const { id, story } of list) {
      const own = scene.parts.filter((part) => (part.article ?? part.story) === id);
      const head: Part | undefined = own.find((part) => part.role === 'head') ?? own[0];
      const found = project.stories[story];
      if (head && found) page.addItem(articleTitle(found), at(head.x, head.y));
    }
  });
}
