import { engines } from '../engines';
import { describeNetworks } from './networks.behaviour';

for (const entry of engines) describeNetworks(entry);
