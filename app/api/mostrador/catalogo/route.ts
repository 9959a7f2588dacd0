import { defineRoute } from '@/lib/action/define-route';
import { sincronizarCatalogo } from '@/lib/mostrador/catalogo';

export const GET = defineRoute({ run: sincronizarCatalogo });
