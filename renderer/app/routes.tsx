import type { ComponentType } from 'react';
import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { StartRedirect } from '#renderer/task/StartRedirect.tsx';

const DayPage = lazyPage(() => import('#renderer/task/DayPage.tsx').then((page) => page.DayPage));
const BranchesPage = lazyPage(() => import('#renderer/branch/BranchesPage.tsx').then((page) => page.BranchesPage));
const ConflictsPage = lazyPage(() => import('#renderer/conflict/ConflictsPage.tsx').then((page) => page.ConflictsPage));
const CalendarPage = lazyPage(() => import('#renderer/calendar/CalendarPage.tsx').then((page) => page.CalendarPage));
const CallReportPage = lazyPage(() => import('#renderer/call/CallReportPage.tsx').then((page) => page.CallReportPage));
const ReportsFrame = lazyPage(() => import('#renderer/report/ReportsFrame.tsx').then((page) => page.ReportsFrame));
const SalesReportPage = lazyPage(() => import('#renderer/report/SalesReportPage.tsx').then((page) => page.SalesReportPage));
const OrdersPage = lazyPage(() => import('#renderer/report/OrdersPage.tsx').then((page) => page.OrdersPage));
const ListPage = lazyPage(() => import('#renderer/party/ListPage.tsx').then((page) => page.ListPage));
const CardPage = lazyPage(() => import('#renderer/card/CardPage.tsx').then((page) => page.CardPage));
const ImportPage = lazyPage(() => import('#renderer/import/ImportPage.tsx').then((page) => page.ImportPage));
const RecycleBinPage = lazyPage(() => import('#renderer/recycle-bin/RecycleBinPage.tsx').then((page) => page.RecycleBinPage));
const HistoryPage = lazyPage(() => import('#renderer/history/HistoryPage.tsx').then((page) => page.HistoryPage));
const DealsPage = lazyPage(() => import('#renderer/deal/DealsPage.tsx').then((page) => page.DealsPage));
const DealPage = lazyPage(() => import('#renderer/deal/card/DealPage.tsx').then((page) => page.DealPage));
const ProductsPage = lazyPage(() => import('#renderer/product/ProductsPage.tsx').then((page) => page.ProductsPage));
const LeadsPage = lazyPage(() => import('#renderer/lead/LeadsPage.tsx').then((page) => page.LeadsPage));
const AutomationsPage = lazyPage(() => import('#renderer/automation/AutomationsPage.tsx').then((page) => page.AutomationsPage));
const RulePage = lazyPage(() => import('#renderer/automation/RulePage.tsx').then((page) => page.RulePage));
const SafetyPage = lazyPage(() => import('#renderer/settings/SafetyPage.tsx').then((page) => page.SafetyPage));
const SettingsPage = lazyPage(() => import('#renderer/settings/SettingsPage.tsx').then((page) => page.SettingsPage));

/** Which page an address shows. */
export function Routes() {
  return (
    <Switch>
      <Route path="/day">
        <DayPage />
      </Route>
      <Route path="/calendar">
        <CalendarPage />
      </Route>
      <Route path="/reports/:name?">
        {({ name }) => (
          <ReportsFrame name={name ?? ''}>
            {{ sales: <SalesReportPage />, orders: <OrdersPage />, calls: <CallReportPage /> }}
          </ReportsFrame>
        )}
      </Route>
      <Route path="/contacts">
        <ListPage key="contact" type="contact" />
      </Route>
      <Route path="/companies">
        <ListPage key="company" type="company" />
      </Route>
      <Route path="/all">
        <ListPage key="all" type={null} />
      </Route>
      <Route path="/contacts/:id">{({ id }) => <CardPage key={id} type="contact" id={id} />}</Route>
      <Route path="/companies/:id">{({ id }) => <CardPage key={id} type="company" id={id} />}</Route>
      <Route path="/deals">
        <DealsPage />
      </Route>
      <Route path="/deals/:id">{({ id }) => <DealPage key={id} id={id} />}</Route>
      <Route path="/products">
        <ProductsPage />
      </Route>
      <Route path="/leads/:id?">{({ id }) => <LeadsPage id={id ?? null} />}</Route>
      <Route path="/automations">
        <AutomationsPage />
      </Route>
      <Route path="/automations/:id">{({ id }) => <RulePage key={id} id={id} />}</Route>
      <Route path="/branches">
        <BranchesPage />
      </Route>
      <Route path="/conflicts">
        <ConflictsPage />
      </Route>
      <Route path="/import">
        <ImportPage />
      </Route>
      <Route path="/recycle-bin">
        <RecycleBinPage />
      </Route>
      <Route path="/history">
        <HistoryPage />
      </Route>
      <Route path="/settings/safety">
        <SafetyPage />
      </Route>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route>
        <StartRedirect />
      </Route>
    </Switch>
  );
}

/** A page whose code is fetched when it is first shown. */
function lazyPage<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}
