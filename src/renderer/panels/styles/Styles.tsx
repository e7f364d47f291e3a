/** 样式: the style sheet by role, and the object styles of the issue. */
import { useState } from 'react';
import { ListBox, ListBoxItem, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type TextRole, textRoles } from '../../../core/document/index.ts';
import { projectNow, selectedNow, useCalm } from '../../state/calm.ts';
import { pageOf, useDesk } from '../../state/desk.ts';
import { pickedFrames } from '../../state/selection.ts';
import { ObjectStyles } from './ObjectStyles.tsx';
import { RoleStyle } from './RoleStyle.tsx';

type Shown = 'roles' | 'objects';

/** The role of what is selected, so that the panel opens on it. */
function useRole(): TextRole | null {
  return useDesk((s) => {
    const page = pageOf(s);
    const [frame] = page ? pickedFrames(page, s.selected) : [];
    if (!frame || s.selected[0]?.startsWith('article:')) return null;
    const { shows } = frame;
    return shows.kind === 'head'
      ? 'headline'
      : shows.kind === 'body'
        ? 'body'
        : shows.kind === 'caption'
          ? 'caption'
          : shows.kind === 'text'
            ? (shows.role as TextRole)
            : null;
  });
}

export function Styles() {
  const { t } = useTranslation();
  const project = useCalm(projectNow, 'figure');
  const page = useCalm(pageOf, 'figure');
  const selected = useCalm(selectedNow, 'figure');
  const [shown, setShown] = useState<Shown>('roles');
  const [chosen, setChosen] = useState<TextRole | null>(null);
  const [of, setOf] = useState(selected);
  const suggested = useRole();
  // Another selection shows its own role; the editor's choice stands until then.
  if (of !== selected) {
    setOf(selected);
    if (suggested) setChosen(null);
  }
  const role = chosen ?? suggested ?? 'headline';
  if (!project || !page) return null;
  return (
    <div className="inspector">
      <ToggleButtonGroup
        aria-label={t('panel.styles')}
        className="segments"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
        onSelectionChange={(keys) => setShown(([...keys][0] as Shown | undefined) ?? 'roles')}
      >
        <ToggleButton id="roles" className="segment">
          {t('styles.roles')}
        </ToggleButton>
        <ToggleButton id="objects" className="segment">
          {t('styles.objects')}
        </ToggleButton>
      </ToggleButtonGroup>
      {shown === 'roles' ? (
        <>
          <ListBox
            aria-label={t('styles.roles')}
            className="style-list role-list"
            layout="grid"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[role]}
            onSelectionChange={(keys) => {
              const [id] = keys === 'all' ? [] : [...keys];
              if (id !== undefined) setChosen(id as TextRole);
            }}
            items={textRoles.map((id) => ({ id }))}
            dependencies={[t]}
          >
            {({ id }) => (
              <ListBoxItem id={id} textValue={t(`role.text.${id}`)} className="style-item">
                {t(`role.text.${id}`)}
              </ListBoxItem>
            )}
          </ListBox>
          <RoleStyle key={role} project={project} role={role} />
        </>
      ) : (
        <ObjectStyles project={project} page={page} frames={pickedFrames(page, selected)} />
      )}
    </div>
  );
}
