/** Another encoding for a copy: each is shown on its own text before anything is read anew. */
import { useEffect, useState } from 'react';
import { Button, type Key, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Copy, encodings } from '../../../../core/copy/index.ts';
import { decodeAs, editedStories, readAnew } from '../../../state/copy-source.ts';
import { Over } from './Over.tsx';

/** Characters of the text that are shown: enough to see whether it is Chinese. */
const SEEN = 600;

function Chooser({ copy, close }: { readonly copy: Copy; readonly close: () => void }) {
  const { t } = useTranslation();
  const [encoding, setEncoding] = useState<string>(copy.encoding);
  const [decoded, setDecoded] = useState<Copy | null | 'waiting'>('waiting');
  useEffect(() => {
    let here = true;
    setDecoded('waiting');
    void decodeAs(copy.id, encoding).then((found) => here && setDecoded(found));
    return () => {
      here = false;
    };
  }, [copy.id, encoding]);
  const [edited, setEdited] = useState(0);
  useEffect(() => {
    let here = true;
    void editedStories(copy).then((count) => here && setEdited(count));
    return () => {
      here = false;
    };
  }, [copy]);
  const ready = decoded !== 'waiting' && decoded !== null;
  return (
    <>
      <div className="encoding-choice">
        <ListBox
          aria-label={t('desk.encoding')}
          className="encoding-list"
          autoFocus
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[encoding]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : ([...keys] as Key[]);
            if (key !== undefined) setEncoding(String(key));
          }}
          items={encodings.map((id) => ({ id }))}
        >
          {({ id }) => (
            <ListBoxItem id={id} className="menu-item" textValue={id}>
              {id}
              {id === copy.encoding ? ` · ${t('desk.now')}` : ''}
            </ListBoxItem>
          )}
        </ListBox>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <section className="encoding-preview" aria-label={t('desk.preview')} aria-live="polite" tabIndex={0}>
          {decoded === 'waiting' ? '' : (decoded?.text.slice(0, SEEN) ?? t('desk.noBytes'))}
        </section>
      </div>
      {edited > 0 && encoding !== copy.encoding && (
        <p className="encoding-loses" role="status">
          {t('desk.loses', { count: edited })}
        </p>
      )}
      <div className="dialog-actions">
        <Button className="action action-plain" onPress={close}>
          {t('dialog.cancel')}
        </Button>
        <Button
          className="action action-primary"
          isDisabled={!ready || encoding === copy.encoding}
          onPress={() => ready && void readAnew(decoded)}
        >
          {t(edited > 0 ? 'desk.readAnyway' : 'desk.readAnew')}
        </Button>
      </div>
    </>
  );
}

export function EncodingDialog({ copy }: { readonly copy: Copy }) {
  const { t } = useTranslation();
  return (
    <Over name="encoding" title={t('desk.encodingOf', { name: copy.name || t('desk.pasted') })}>
      {(close) => <Chooser copy={copy} close={close} />}
    </Over>
  );
}
