/** What the slug line says: the paper, its date, the page, the printing condition, the plates and the time of export. */
import type { Scene } from '../core/scene/index.ts';
import { spotsOf } from './marks.ts';
import type { PressOptions, PressWorld } from './options.ts';

export function slugText(scene: Scene, { project }: PressWorld, options: PressOptions): string {
  const page = project.pages.find((p) => p.id === scene.page);
  const number = page ? (project.paper.language === 'en' ? `Page ${page.number}` : `第${page.number}版`) : '';
  const plates = options.condition ? ['CMYK', ...spotsOf(scene).map((s) => s.name)].join(' + ') : 'RGB';
  const time = `${options.creationDate.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const parts = [project.paper.name, project.paper.date ?? '', number, page?.section ?? '', options.condition?.name ?? '', plates, time];
  return parts.filter((part) => part !== '').join('　');
}
