import "./draft.js";
import "./keys.js";
import "./menu.js";
import "./print.js";
import "./room.js";
import "./screen.js";
import "./send.js";
import "./shares.js";
