import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import './styles/tokens.css';
import './styles/base.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { realBackend } from './backend/real';
import { styleNonce } from './theme';

// Dialogs and drawers add a style element of their own, through this package.
setNonce(styleNonce());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App backend={realBackend} />
    </StrictMode>,
  );
}
