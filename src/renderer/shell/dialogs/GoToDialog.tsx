import { useState } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/desk.ts';
import { showPage } from '../commands/page.ts';
import { DialogFrame } from './Frame.tsx';

/** The page that a number means: its own, `3版` and full-width digits too; null where there is none. */
const pageOfNumber = <P extends { readonly number: number }>(pages: readonly P[], typed: string): P | null => {
  const digits = /\d+/u.exec(typed.normalize('NFKC'))?.[0];
  return pages.find((p) => p.number === Number(digits)) ?? null;
};

function GoToForm({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const pages = useDesk((s) => s.project?.pages) ?? [];
  const [typed, setTyped] = useState('');
  const page = pageOfNumber(pages, typed);
  const bad = typed.trim() !== '' && !page;
  return (
    <Form
      className="ruby-form"
      onSubmit={(e) => {
        e.preventDefault();
        if (!page) return;
        close();
        showPage(page.id);
      }}
    >
      <TextField value={typed} onChange={setTyped} autoFocus isInvalid={bad} className="measure wide">
        <Label>{t('goTo.number', { count: pages.length })}</Label>
        <Input inputMode="numeric" data-field="go-to" />
        <FieldError className="field-error">{t('goTo.none')}</FieldError>
      </TextField>
      <div className="dialog-actions">
        <Button className="action action-plain" onPress={close}>
          {t('dialog.cancel')}
        </Button>
        <Button type="submit" className="action action-primary" isDisabled={!page}>
          {t('goTo.go')}
        </Button>
      </div>
    </Form>
  );
}

/** Asks for a page by its number. */
export function GoToDialog() {
  const { t } = useTranslation();
  return (
    <DialogFrame name="goTo" title={t('goTo.title')}>
      {(close) => <GoToForm close={close} />}
    </DialogFrame>
  );
}
