import { useState } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Preset, presetFormat } from '../../../core/document/index.ts';
import { columnPt, columnX, longChars, mm } from '../../../core/measure/index.ts';
import { useDesk } from '../../state/desk.ts';
import { newProject } from '../../state/files.ts';
import { DialogFrame } from './Frame.tsx';

/** The sheet in small: its type area and columns, to scale with the others. */
function Sketch({ preset }: { readonly preset: Preset }) {
  const f = presetFormat(preset);
  const g = preset.grid;
  const height = g.lines * g.linePitchPt;
  return (
    <svg className="sketch" viewBox={`0 0 ${mm(410)} ${mm(600)}`} aria-hidden="true">
      <g transform={`translate(${(mm(410) - f.widthPt) / 2} ${mm(600) - f.heightPt})`}>
        <rect className="sketch-sheet" width={f.widthPt} height={f.heightPt} />
        {Array.from({ length: g.columns }, (_, c) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
            key={c}
            className="sketch-column"
            x={f.leftPt + columnX(g, c)}
            y={f.topPt}
            width={columnPt(g)}
            height={height}
          />
        ))}
        <rect
          className="sketch-rule"
          x={f.leftPt}
          y={f.topPt - preset.folio.gapPt - 4}
          width={columnX(g, g.columns - 1) + columnPt(g)}
          height={6}
        />
      </g>
    </svg>
  );
}

/** Choose a sheet and its grid. */
export function NewDialog() {
  const { t } = useTranslation();
  const language = useDesk((s) => s.language);
  const presets = useDesk((s) => s.presets);
  const [chosen, setChosen] = useState('broadsheet-8');
  const words = language === 'zh' ? 'zh-Hans' : 'en';
  return (
    <DialogFrame name="new" title={t('new.title')} className="modal-wide">
      {(close) => {
        const make = (id: string): void => {
          close();
          void newProject(id);
        };
        return (
          <>
            <ListBox
              aria-label={t('new.presets')}
              autoFocus
              className="preset-list"
              layout="grid"
              orientation="horizontal"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[chosen]}
              onSelectionChange={(keys) => keys !== 'all' && setChosen(String([...keys][0] ?? chosen))}
              items={presets}
            >
              {(p) => (
                <ListBoxItem id={p.id} textValue={p.title[words]} className="preset" onDoubleClick={() => make(p.id)}>
                  <Sketch preset={p} />
                  <strong>{p.title[words]}</strong>
                  <span>{t('new.sheet', { width: p.paper.widthMm, height: p.paper.heightMm })}</span>
                  <span>
                    {t('new.grid', {
                      columns: p.grid.columns,
                      chars: p.grid.charsPerColumn,
                      lines: p.grid.lines,
                      all: Number(longChars(p.grid, p.grid.columns).toFixed(1)),
                    })}
                  </span>
                </ListBoxItem>
              )}
            </ListBox>
            <div className="dialog-actions">
              <Button className="action action-plain" onPress={close}>
                {t('dialog.cancel')}
              </Button>
              <Button className="action action-primary" onPress={() => make(chosen)}>
                {t('new.make')}
              </Button>
            </div>
          </>
        );
      }}
    </DialogFrame>
  );
}
