import type { LucideIcon } from 'lucide-react';
import { memo, useRef } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { commandOf, run } from './commands/registry.ts';
import { keysOf } from './keymap.ts';
import { readableKeys } from './keys.ts';

interface ActionProps {
  readonly command: string;
  readonly icon?: LucideIcon;
  /** `icon`: an icon alone, its words in the tooltip. */
  readonly look?: 'icon' | 'plain' | 'primary' | 'both';
  /** Other words than the command's own. */
  readonly label?: string;
  readonly className?: string;
}

/**
 * A button that runs a command. It stays focusable where the command is not available, so that its tooltip can say why;
 * pressing it then says so too.
 */
export const Action = memo(function Action({ command, icon: Icon, look = 'icon', label, className }: ActionProps) {
  const { t } = useTranslation();
  const c = commandOf(command);
  const ref = useRef<HTMLButtonElement>(null);
  const available = useDesk((s) => c?.available(s) ?? true);
  const checked = useDesk((s) => c?.checked?.(s));
  const mac = useDesk((s) => s.info?.platform === 'darwin');
  const words = label ?? t(`command.${command}`);
  const keys = useDesk((s) => readableKeys(c && keysOf(c, s.keymap)[0], mac));
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      <Button
        ref={ref}
        className={`action action-${look} ${className ?? ''}`}
        onPress={() => run(command)}
        aria-label={words}
        {...(checked === undefined ? {} : { 'aria-pressed': checked })}
        data-unavailable={available === true ? undefined : ''}
        data-checked={checked ? '' : undefined}
        data-command={command}
      >
        {Icon && <Icon size={16} strokeWidth={1.6} aria-hidden />}
        {look !== 'icon' && <span>{words}</span>}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {(look === 'icon' || (!keys && available === true)) && <span>{words}</span>}
        {keys && <kbd>{keys}</kbd>}
        {available !== true && <span className="tooltip-why">{t(`why.${available}`)}</span>}
      </Tooltip>
    </TooltipTrigger>
  );
});
