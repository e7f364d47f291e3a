/** Errors on the pages to be exported: asked about before anything is made. */
import { Button, GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Finding, messageOf } from '../../../core/check/index.ts';
import { goToFinding } from '../../panels/goToFinding.ts';
import { useDesk } from '../../state/desk.ts';
import { languageCode } from '../language.ts';

interface Props {
  readonly errors: readonly Finding[];
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onGo: () => void;
}

export function ExportErrors({ errors, onBack, onClose, onGo }: Props) {
  const { t } = useTranslation();
  const language = languageCode(useDesk((s) => s.language));
  const pages = useDesk((s) => s.project?.pages);
  const rows = errors.map((finding, i) => ({ id: String(i), finding }));
  return (
    <>
      <p className="dialog-warning" role="alert">
        {t('export.errors', { count: errors.length })}
      </p>
      <GridList
        aria-label={t('export.errorList')}
        className="finding-list export-errors"
        items={rows}
        selectionMode="none"
        onAction={(id) => {
          const row = rows.find((r) => r.id === id);
          if (!row) return;
          onClose();
          goToFinding(row.finding);
        }}
      >
        {({ id, finding }) => {
          const number = pages?.find((p) => p.id === finding.page)?.number;
          const text = messageOf(finding, language);
          return (
            <GridListItem id={id} textValue={text} className="finding finding-error">
              <span className="finding-text">{text}</span>
              <span className="finding-where">{number === undefined ? t('check.issue') : t('pages.page', { number })}</span>
            </GridListItem>
          );
        }}
      </GridList>
      <div className="dialog-actions">
        <Button className="action action-plain" onPress={onGo} data-go="anyway">
          {t('export.anyway')}
        </Button>
        <Button className="action action-primary" onPress={onBack} autoFocus>
          {t('export.back')}
        </Button>
      </div>
    </>
  );
}
