import "datelines/element";
import "datelines/style.css";
import { createApp } from "vue";
import App from "./App.vue";

createApp(App).mount("#root");
