import {
  BadgeCheck,
  Barcode,
  Boxes,
  Calculator,
  ClipboardList,
  Contact,
  type LucideIcon,
  Mail,
  MessageCircle,
  MonitorSmartphone,
  ReceiptText,
  Scale,
  ScrollText,
  ShieldCheck,
  ShoppingCart,
  Store,
  TriangleAlert,
  Users,
  Wallet,
} from 'lucide-react';
import type { NavIconName } from './navigation';

const ICONS: Record<NavIconName, LucideIcon> = {
  vender: ShoppingCart,
  caja: Wallet,
  ventas: ReceiptText,
  clientes: Contact,
  productos: Barcode,
  inventario: Boxes,
  sucursales: Store,
  cajas: Calculator,
  aprobaciones: BadgeCheck,
  usuarios: Users,
  roles: ShieldCheck,
  tareas: ClipboardList,
  incidencias: TriangleAlert,
  dispositivos: MonitorSmartphone,
  auditoria: ScrollText,
  whatsapp: MessageCircle,
  correos: Mail,
  balanza: Scale,
};

/** The drawing of a destination. Menus pass names, because a component cannot cross from server to browser. */
export function NavIcon({ name, className }: { name: NavIconName; className?: string }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden="true" strokeWidth={1.8} className={className} />;
}
