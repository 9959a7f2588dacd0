import { defineRoute } from '@/lib/action/define-route';
import { atenderAlerta } from '@/lib/alerta/atender';

export const POST = defineRoute({ run: atenderAlerta });
