import '../newer.ts';
import { expose } from 'comlink';

import { services } from './services.ts';

expose(services);
