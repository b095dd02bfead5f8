import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import './styles/tokens.css';
import './styles/base.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { realBackend } from './backend/real';
import { askFirst } from './data/home';
import { createQueryClient } from './data/queryClient';
import { createAppRouter } from './router';
import { styleNonce } from './theme';

// Dialogs and drawers add a style element of their own, through this package.
setNonce(styleNonce());

const root = document.getElementById('root');
if (root) {
  const client = createQueryClient();
  const router = createAppRouter();
  // Drawing an empty window first would only cost the time that the core takes to answer.
  void Promise.allSettled([askFirst(client, realBackend), router.load()]).then(() =>
    createRoot(root).render(
      <StrictMode>
        <App backend={realBackend} client={client} router={router} />
      </StrictMode>,
    ),
  );
}
