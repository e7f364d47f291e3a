/** Says that a template is on the canvas, and leads back to the pages. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { leaveTemplate } from '../../shell/commands/template.ts';
import { templateNow, useDesk } from '../../state/desk.ts';

export function TemplateBanner() {
  const { t } = useTranslation();
  const name = useDesk((s) => templateNow(s)?.name);
  const used = useDesk((s) => s.project?.pages.filter((p) => p.template !== undefined && p.template === s.page).length ?? 0);
  if (name === undefined) return null;
  return (
    <div className="template-banner" role="status">
      <span>{t('template.editing', { name, count: used })}</span>
      <Button className="chip" onPress={leaveTemplate}>
        {t('template.leave')}
      </Button>
    </div>
  );
}
