import {
  createTheme,
  type ButtonProps,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineTheme,
  type MantineTransition,
} from '@mantine/core';
import { id } from './i18n/id';

const teal: MantineColorsTuple = [
  '#e8f4f3', '#ddeeed', '#b5dad8', '#84d8d2', '#62c8c1', '#2f8f8c', '#17787a', '#0b6464', '#084f4f', '#053b3b',
];

const still = { duration: 0, transition: 'fade' as MantineTransition };

const field = { size: 'sm' } as const;

const closing = { closeButtonProps: { 'aria-label': id.actions.close } };

/** The look of `styles/tokens.css`, told to Mantine: dense, flat, still. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { teal },
  black: '#182222',
  // No names of fonts: the system knows its own, and WebKitGTK searches for each name that is missing before it draws.
  fontFamily: 'system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: MantineTheme, { size, variant = 'filled', color }: ButtonProps) => ({
        root: {
          ...(size === 'sm' && { '--button-height': '32px', '--button-padding-x': '12px', '--button-fz': '14px' }),
          // Mantine weighs the contrast once, for light: in dark it would put white on light teal.
          ...(variant === 'filled' && color === undefined && { '--button-color': 'var(--on-accent)' }),
        },
      }),
    },
    ActionIcon: { defaultProps: { size: 32, variant: 'subtle' } },
    Input: { defaultProps: field, vars: () => ({ wrapper: { '--input-height': '32px', '--input-padding': '8px' } }) },
    InputWrapper: { defaultProps: field },
    TextInput: { defaultProps: field },
    Textarea: { defaultProps: field },
    Select: { defaultProps: { ...field, checkIconPosition: 'right' } },
    Checkbox: { defaultProps: field },
    // No scroll lock: the page itself never scrolls, and the lock would add an unsigned style element.
    Modal: {
      defaultProps: {
        ...closing,
        lockScroll: false,
        transitionProps: still,
        padding: 'lg',
        radius: 'md',
        overlayProps: { backgroundOpacity: 0.4 },
      },
    },
    Drawer: { defaultProps: { ...closing, lockScroll: false, transitionProps: still } },
    Popover: { defaultProps: { transitionProps: still, shadow: 'md' } },
    // Without the placeholder the first item has the focus at once, and the menu holds nothing but items.
    Menu: { defaultProps: { transitionProps: still, shadow: 'md', withInitialFocusPlaceholder: false } },
    Combobox: { defaultProps: { transitionProps: still, shadow: 'md' } },
    Tooltip: { defaultProps: { transitionProps: still, openDelay: 400 } },
    Tabs: { vars: () => ({ root: { '--tabs-color': 'var(--accent)' } }) },
  },
});

const shared = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-teal-light-color': 'var(--accent)',
  '--mantine-color-teal-light-hover': 'var(--hover)',
};

/** Lets Mantine's own colours follow the tokens, in light and dark alike. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--mantine-shadow-md': 'var(--shadow-float)' },
  light: shared,
  dark: shared,
});

/** The nonce that the shell gave to the style element of `index.html`; empty in a browser without a policy. */
export function styleNonce(): string {
  const holder = document.querySelector<HTMLStyleElement>('style[nonce]');
  return holder?.nonce ?? '';
}
