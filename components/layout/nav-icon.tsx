import {
  BadgeCheck,
  Barcode,
  Calculator,
  type LucideIcon,
  Mail,
  MessageCircle,
  ReceiptText,
  ScrollText,
  ShieldCheck,
  ShoppingCart,
  Users,
  Wallet,
} from 'lucide-react';
import type { NavIconName } from './navigation';

const ICONS: Record<NavIconName, LucideIcon> = {
  vender: ShoppingCart,
  caja: Wallet,
  ventas: ReceiptText,
  productos: Barcode,
  cajas: Calculator,
  aprobaciones: BadgeCheck,
  usuarios: Users,
  roles: ShieldCheck,
  auditoria: ScrollText,
  whatsapp: MessageCircle,
  correos: Mail,
};

/** The drawing of a destination. Menus pass names, because a component cannot cross from server to browser. */
export function NavIcon({ name, className }: { name: NavIconName; className?: string }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden="true" strokeWidth={1.8} className={className} />;
}
