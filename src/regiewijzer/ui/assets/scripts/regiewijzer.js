import "./draft.js";
import "./guard.js";
import "./keys.js";
import "./menu.js";
import "./send.js";
import "./shares.js";
