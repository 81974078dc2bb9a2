/** Every behaviour of a live timeline, and the table of who handles a click. */
import { createBackSwipe } from "../gestures/back-swipe.js";
import { createButtonActions } from "../gestures/button-actions.js";
import { buttonHandler, createClickRouter } from "../gestures/click-router.js";
import { createDoubleClickZoom } from "../gestures/double-click-zoom.js";
import { createEdgeCounts, panToNearest } from "../gestures/edge-counts.js";
import { markClicks } from "../gestures/mark-clicks.js";
import { createMinimap } from "../gestures/minimap.js";
import { createNameLane, nameLane } from "../gestures/name-lane.js";
import { createTakeOver } from "../gestures/take-over.js";
import { createTouchPan } from "../gestures/touch-pan.js";
import { createWheelHint } from "../gestures/wheel-hint.js";
import { createWheelPan } from "../gestures/wheel-pan.js";
import { createZoom } from "../gestures/zoom.js";
import { createButtonRows } from "../keyboard/button-rows.js";
import { Focus } from "../keyboard/focus.js";
import { createKeyboard } from "../keyboard/keyboard.js";
import { copySourcesClicks, createCopySources } from "../panels/copy-sources.js";
import { createCustomDetails } from "../panels/custom-details.js";
import { createCustomTheme } from "../panels/custom-theme.js";
import { Details } from "../panels/details.js";
import { createDownloads } from "../panels/downloads.js";
import { createFind } from "../panels/find.js";
import { createHelp } from "../panels/help.js";
import { createLongLists } from "../panels/long-lists.js";
import { createMoreMenu } from "../panels/more-menu.js";
import { createPrinting } from "../panels/printing.js";
import { createSheet } from "../panels/sheet.js";
import { createSheetSwipe } from "../panels/sheet-swipe.js";
import { createSourceCard } from "../panels/source-card.js";
import { createStatus } from "../panels/status.js";
import { createStory, type Story } from "../panels/story.js";
import { createTooltip } from "../panels/tooltip.js";
import { createUrlState } from "../url/url-state.js";
import type { Behavior } from "./behavior.js";
import type { TimelineContext } from "./context.js";

export function createBehaviors(context: TimelineContext): {
  readonly behaviors: readonly Behavior[];
  readonly story: Story;
} {
  const focus = new Focus(context);
  const sheet = createSheet(context);
  const details = new Details(context, focus, sheet);
  const actions = createButtonActions(context, details);
  const tooltip = createTooltip(context);
  const story = createStory(context);
  const find = createFind(context);
  const downloads = createDownloads(context);
  const longLists = createLongLists(context);
  const menu = createMoreMenu(context);

  const clicks = createClickRouter(context, [
    menu.clicks,
    buttonHandler(actions),
    story.clicks,
    downloads.clicks,
    copySourcesClicks(context),
    find.clicks,
    { handle: ({ target }) => panToNearest(context, target) || nameLane(context, target) },
    ...markClicks(context, details),
    longLists.clicks,
  ]);

  const behaviors = [
    focus,
    sheet,
    details,
    createSheetSwipe(context, details),
    tooltip,
    story,
    find,
    downloads,
    longLists,
    menu,
    clicks,
    createZoom(context),
    createDoubleClickZoom(context),
    createTakeOver(context),
    createBackSwipe(context, details),
    createTouchPan(context),
    createWheelHint(context),
    createWheelPan(context),
    createMinimap(context),
    createEdgeCounts(context),
    createNameLane(context),
    createKeyboard(context, { focus, details, tooltip, story, actions, menu }),
    createButtonRows(context),
    createHelp(context),
    createStatus(context),
    createCustomDetails(context),
    createCustomTheme(context),
    createSourceCard(context),
    createCopySources(context),
    createPrinting(context),
    createUrlState(context, story),
  ];
  return { behaviors, story };
}
