/** 母版: below the pages, what they share. A click shows one on the canvas, where it is edited as a page is. */
import { BookCopy, Trash2 } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Action } from '../../shell/Action.tsx';
import { showTemplate } from '../../shell/commands/template.ts';
import { templatesNow, useCalm } from '../../state/calm.ts';
import { useDesk } from '../../state/desk.ts';
import { Thumbnail } from './Thumbnail.tsx';

const WIDTH = 60;

export function Templates() {
  const { t } = useTranslation();
  const templates = useCalm(templatesNow, 'figure');
  const current = useDesk((s) => s.page);
  const shown = templates.find((x) => x.id === current);
  return (
    <section className="templates">
      <header className="templates-head">
        <h3>{t('template.title')}</h3>
        <Action command="template.make" icon={BookCopy} />
        {shown && <Action command="template.remove" icon={Trash2} />}
      </header>
      {templates.length === 0 ? (
        <p className="empty">{t('template.empty')}</p>
      ) : (
        <ListBox
          aria-label={t('template.title')}
          className="page-list template-list"
          layout="grid"
          orientation="vertical"
          selectionMode="single"
          selectionBehavior="replace"
          items={templates}
          dependencies={[t]}
          selectedKeys={shown ? [shown.id] : []}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : [...keys];
            if (id !== undefined) showTemplate(String(id));
          }}
        >
          {(x) => (
            <ListBoxItem id={x.id} textValue={x.name} className="page-item template-item" data-template={x.id}>
              <span className="sheet">
                <Thumbnail page={x.id} width={WIDTH} />
              </span>
              <span className="page-number">{x.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </section>
  );
}
