import '../../define';
import { offerCopies } from './copy';
import { offerRules } from './try-rules';

offerRules(document);
offerCopies(document);
