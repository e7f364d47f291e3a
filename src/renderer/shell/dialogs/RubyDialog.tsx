import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { mark } from '../../tools/text/write.ts';
import { DialogFrame } from './Frame.tsx';

/** Asks for what stands above the characters that are selected. */
export function RubyDialog() {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <DialogFrame name="ruby" title={t('command.text.ruby')}>
      {(close) => (
        <Form
          className="ruby-form"
          onSubmit={(e) => {
            e.preventDefault();
            const words = note.trim();
            setNote('');
            close();
            if (words) mark('ruby', words);
          }}
        >
          <TextField value={note} onChange={setNote} autoFocus className="measure wide">
            <Label>{t('write.rubyNote')}</Label>
            <Input placeholder={t('write.rubyExample')} />
          </TextField>
          <div className="dialog-actions">
            <Button className="action" onPress={close}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" className="action action-primary">
              {t('write.rubySet')}
            </Button>
          </div>
        </Form>
      )}
    </DialogFrame>
  );
}
