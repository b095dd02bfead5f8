import { Menu, ActionIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCrumbs, type Crumb } from '../frame/Crumbs';
import { id } from '../i18n/id';
import { Icon, type IconName } from './icons';
import classes from './shared.module.css';
import { StateBadge } from './StateBadge';
import type { Tone } from './tone';

export interface MenuAction {
  label: string;
  icon?: IconName;
  run: () => void;
  disabled?: boolean;
}

export interface PageTab {
  label: string;
  /** Address of the tab's page. */
  to: string;
  /** Shown beside the word, such as a count. */
  note?: string;
}

export interface PageHeaderProps {
  title: string;
  /** What the title is short for, shown under the pointer. */
  fullTitle?: string;
  subtitle?: ReactNode;
  state?: { label: string; tone: Tone };
  /** What to do next, in one sentence. */
  nextStep?: string;
  /** The one primary action, worded as a verb. */
  primary?: ReactNode;
  /** Further buttons beside it. */
  actions?: ReactNode;
  /** Rare actions, behind a button. */
  menu?: readonly MenuAction[];
  tabs?: readonly PageTab[];
  /** Where this page hangs; the page itself is added at the end. */
  crumbs?: readonly Crumb[];
}

export function PageHeader(props: PageHeaderProps) {
  const { title, fullTitle, subtitle, state, nextStep, primary, actions, menu, tabs, crumbs = [] } = props;
  useCrumbs([...crumbs, { label: title }]);
  return (
    <header className={classes.pageHeader} data-tabs={tabs ? true : undefined}>
      <div className={classes.titleLine}>
        <h1 title={fullTitle ?? title}>{title}</h1>
        {state && <StateBadge tone={state.tone}>{state.label}</StateBadge>}
        <div className={classes.pageActions}>
          {actions}
          {primary}
          {menu && menu.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" aria-label={id.actions.more} title={id.actions.more}>
                  <Icon name="more" />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {menu.map((action) => (
                  <Menu.Item
                    key={action.label}
                    disabled={action.disabled}
                    leftSection={action.icon && <Icon name={action.icon} size={16} />}
                    onClick={action.run}
                  >
                    {action.label}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      </div>
      {subtitle && <p className="muted">{subtitle}</p>}
      {nextStep && (
        <p className={classes.nextStep}>
          <Icon name="arrowRight" size={16} />
          {nextStep}
        </p>
      )}
      {tabs && (
        <nav aria-label={id.tabs} className={classes.tabs}>
          {tabs.map((tab) => (
            <Link key={tab.to} to={tab.to} activeOptions={{ exact: true, includeSearch: false }} replace>
              {tab.label}
              {tab.note && <span className={classes.tabNote}>{tab.note}</span>}
            </Link>
          ))}
        </nav>
      )}
    </header>
  );
}
