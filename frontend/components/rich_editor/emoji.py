"""The emoji that letters to clients use, in the order in which they are offered."""

from __future__ import annotations

_ROWS = (
    "😀 😃 😄 😊 🙂 😉 😍 🤩 😂 🤣 😅 😇 🙃 😎 🤓 🤔 😮 😢 😭 😬 😴 🤗 🫶 🥳",
    "👍 👎 👌 ✌️ 🤞 👏 🙌 🙏 💪 🤝 👋 ✍️ 👀 ❤️ 🧡 💛 💚 💙 💜 🖤 💯 ✨ ⭐ 🌟",
    "🔥 🎉 🎊 🎁 🏆 🎯 🚀 💡 📌 📎 📅 ⏰ ⏳ ✅ ❌ ❗ ❓ ⚠️ ➡️ ⬆️ ⬇️ 📞 ✉️ 💬",
    "📝 📄 📊 📈 📉 💰 💶 🧾 🏠 🏢 🚗 ✈️ 🌍 ☀️ 🌈 🌱 🌸 🍀 ☕ 🍕 🍷 🎵 🎨 📷 💻 📱",
)
EMOJI = tuple(each for row in _ROWS for each in row.split())
