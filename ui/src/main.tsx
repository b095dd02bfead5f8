import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { realBackend } from './backend/real';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App backend={realBackend} />
    </StrictMode>,
  );
}
