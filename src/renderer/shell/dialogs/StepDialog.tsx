/** 多重复制: how many copies across and down, and how far apart. The window shows at once where they would stand. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { columnX } from '../../../core/measure/index.ts';
import { MeasureField } from '../../panels/inspector/MeasureField.tsx';
import { pageOf, useDesk } from '../../state/desk.ts';
import { framesRect } from '../../state/place.ts';
import { pickedFrames } from '../../state/selection.ts';
import { stepAndRepeat } from '../commands/clipboard.ts';
import { DialogFrame } from './Frame.tsx';

const COUNT = { pt: 1 };
/** More copies than this are a slip of the keyboard. */
const MOST = 60;

function Fields({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const page = useDesk(pageOf);
  const selected = useDesk((s) => s.selected);
  const [across, setAcross] = useState(1);
  const [down, setDown] = useState(0);
  const rect = page && framesRect(page, pickedFrames(page, selected));
  const [dx, setDx] = useState(() => (page && rect ? Math.ceil(rect.width / columnX(page.grid, 1) - 0.01) * columnX(page.grid, 1) : 0));
  const [dy, setDy] = useState(() => (page && rect ? Math.ceil(rect.height / page.grid.linePitchPt + 0.99) * page.grid.linePitchPt : 0));
  if (!page) return null;
  const { grid } = page;
  const step = { columnPt: columnX(grid, 1), linePt: grid.linePitchPt, charPt: grid.bodyPt };
  const count = (v: number): number => Math.min(MOST, Math.max(0, Math.round(v)));
  return (
    <>
      <div className="measure-grid step-grid">
        <MeasureField
          name="step-across"
          label={t('step.across')}
          value={across}
          unit={COUNT}
          suffix=""
          step={1}
          onChange={(v) => setAcross(count(v))}
        />
        <MeasureField
          name="step-dx"
          label={t('step.dx')}
          value={dx / step.columnPt}
          unit={{ pt: step.columnPt, ...step }}
          suffix={t('unit.column')}
          step={1}
          onChange={(v) => setDx(v * step.columnPt)}
        />
        <MeasureField
          name="step-down"
          label={t('step.down')}
          value={down}
          unit={COUNT}
          suffix=""
          step={1}
          onChange={(v) => setDown(count(v))}
        />
        <MeasureField
          name="step-dy"
          label={t('step.dy')}
          value={dy / step.linePt}
          unit={{ pt: step.linePt, ...step }}
          suffix={t('unit.line')}
          step={1}
          onChange={(v) => setDy(v * step.linePt)}
        />
      </div>
      <p className="dialog-note">{t('step.total', { count: (across + 1) * (down + 1) - 1 })}</p>
      <div className="dialog-actions">
        <Button className="action action-plain" onPress={close}>
          {t('dialog.cancel')}
        </Button>
        <Button
          className="action action-primary"
          isDisabled={across + down === 0}
          onPress={() => {
            close();
            stepAndRepeat(across, down, dx, dy);
          }}
        >
          {t('step.go')}
        </Button>
      </div>
    </>
  );
}

export function StepDialog() {
  const { t } = useTranslation();
  const open = useDesk((s) => s.dialog === 'step');
  return (
    <DialogFrame name="step" title={t('step.title')}>
      {(close) => open && <Fields close={close} />}
    </DialogFrame>
  );
}
