/** 母版: made from a page's furniture, edited on the canvas, given to pages and taken from them. */
import type { Edit, Frame, Page, Template } from '../../../core/document/index.ts';
import { templateOf, templatesOf } from '../../../core/document/index.ts';
import { commit } from '../../state/change.ts';
import { type Desk, desk, pageOf, setDesk, templateNow } from '../../state/desk.ts';
import { freshId } from '../../state/edits.ts';
import { tell } from '../../state/notices.ts';
import type { Available, Command } from './command.ts';
import { showPage } from './page.ts';

/** Furniture of a page that a template can take: what belongs to no story. */
const furniture = (page: Page): readonly Frame[] => page.frames.filter((f) => f.article === null);

/** Move a page's furniture and folio into a new template that the page then shows: nothing on paper changes. */
function make(): void {
  const { project } = desk();
  const page = pageOf(desk());
  if (!project || !page) return;
  const under = templateOf(project, page);
  const id = freshId(project, 't');
  const { template: _old, state: _state, ...bare } = page;
  const after: Template = {
    ...bare,
    id,
    name: page.section || String(templatesOf(project).length + 1),
    folio: under?.folio ?? page.folio,
    articles: [],
    frames: [...(under?.frames ?? []), ...furniture(page)],
  };
  const edits: Edit[] = [
    { kind: 'template', id, after },
    { kind: 'page', id: page.id, after: { ...page, template: id, frames: page.frames.filter((f) => f.article !== null) } },
  ];
  if (commit('template.make', { kind: 'all', edits }, [])) tell('done', 'notice.templateMade', { name: after.name });
}

/** Give a page a template, or none. */
export function giveTemplate(page: Page, template: string | null): void {
  const { template: _old, ...bare } = page;
  commit('template.use', { kind: 'page', id: page.id, after: template === null ? bare : { ...bare, template } });
}

/** The page to come back to from a template. */
let cameFrom: string | null = null;

/** Go to a template, or back to the page it was looked at from. */
export function showTemplate(id: string): void {
  if (!templateNow(desk())) cameFrom = desk().page;
  setDesk({ page: id, selected: [], hover: null });
}

export function leaveTemplate(): void {
  const { project } = desk();
  const back = project?.pages.find((p) => p.id === cameFrom) ?? project?.pages[0];
  if (back) showPage(back.id);
}

const edited = (s: Desk): string | null => {
  const page = pageOf(s);
  return (s.project && page && templateOf(s.project, page)?.id) ?? null;
};

/** A template goes; pages that show it keep what they show, as furniture of their own. */
function remove(): void {
  const { project } = desk();
  const template = templateNow(desk());
  if (!project || !template) return;
  let copy = 0;
  const own = (page: Page): Edit => {
    const { template: _old, ...bare } = page;
    const frames = template.frames.map((f) => ({ ...f, id: `${freshId(project, 'f')}-${++copy}` }));
    return { kind: 'page', id: page.id, after: { ...bare, folio: template.folio, frames: [...frames, ...page.frames] } };
  };
  const pages = project.pages.filter((p) => p.template === template.id);
  leaveTemplate();
  commit('template.remove', { kind: 'all', edits: [...pages.map(own), { kind: 'template', id: template.id, after: null }] }, []);
}

const onPage = (s: Desk): Available => (!s.page ? 'noPage' : templateNow(s) ? 'onTemplate' : true);

export const templateCommands: readonly Command[] = [
  {
    id: 'template.make',
    keys: [],
    available: (s) => {
      const page = pageOf(s);
      const can = onPage(s);
      return can !== true || !page ? can : furniture(page).length > 0 || page.folio.show ? true : 'noFurniture';
    },
    run: make,
  },
  {
    id: 'template.edit',
    keys: [],
    available: (s) => (templateNow(s) || edited(s) ? true : s.page ? 'noTemplate' : 'noPage'),
    checked: (s) => templateNow(s) !== null,
    run: () => {
      const id = edited(desk());
      if (templateNow(desk())) leaveTemplate();
      else if (id) showTemplate(id);
    },
  },
  { id: 'template.remove', keys: [], available: (s) => (templateNow(s) ? true : 'notOnTemplate'), run: remove },
];
