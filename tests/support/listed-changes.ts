/** What a script may add when it takes over: roles, tab stops, states, and that buttons appear. Everything else is a change. */
export const LISTED =
  /^(hidden|tabindex|role|aria-(expanded|controls|posinset|setsize|hidden|label|value(min|max|now|text)))$/;
