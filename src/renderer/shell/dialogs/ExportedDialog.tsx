/** What was made: every file with its size, and what the press had to say of pictures. */
import { FileText, Info } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge.ts';
import { useDesk } from '../../state/desk.ts';
import { DialogFrame } from './Frame.tsx';

const MB = 1024 * 1024;
const size = (bytes: number): string => (bytes < MB / 10 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / MB).toFixed(1)} MB`);

export function ExportedDialog() {
  const { t } = useTranslation();
  const made = useDesk((s) => s.exported);
  return (
    <DialogFrame name="exported" title={t('export.made')}>
      {(close) =>
        made && (
          <>
            <p>
              {t('export.madeSum', {
                pages: made.pages,
                files: made.files.length,
                size: size(made.bytes),
                seconds: (made.milliseconds / 1000).toFixed(1),
              })}
            </p>
            <ul className="made-files">
              {made.files.map((f) => (
                <li key={f.name}>
                  <FileText size={14} strokeWidth={1.6} aria-hidden />
                  <span className="file-name">{f.name}</span>
                  <span className="made-size">{size(f.bytes)}</span>
                </li>
              ))}
              {made.notes.map((note) => (
                <li key={note} className="made-note">
                  <Info size={14} strokeWidth={1.6} aria-hidden />
                  <span>{note}</span>
                </li>
              ))}
            </ul>
            <div className="dialog-actions">
              <Button className="action action-plain" onPress={() => void bridge.call('file.reveal', { file: made.file })}>
                {t('notice.show')}
              </Button>
              <Button className="action action-primary" onPress={close}>
                {t('dialog.close')}
              </Button>
            </div>
          </>
        )
      }
    </DialogFrame>
  );
}
