"""The design system: what pages are drawn with. It knows no data.

Each component has a folder with its CSS. Most are plain functions that return an element; those
with a life of their own (`Combobox`, `ConfirmDialog`, `TextField` …) are ReactPy components and
take a `key`.
"""

from frontend.components.avatar import Avatar, initials
from frontend.components.button import Button, IconButton
from frontend.components.checkbox import Checkbox
from frontend.components.chip import COLORS, Chip, ColorDot
from frontend.components.combobox import Choice, Combobox
from frontend.components.dialog import ConfirmDialog, Dialog, Drawer
from frontend.components.elements import Child, Handler, classes
from frontend.components.empty_state import EmptyState
from frontend.components.field import CheckboxField, Field, FormErrors, SelectField, TextField
from frontend.components.icon import Icon
from frontend.components.kbd import Kbd
from frontend.components.link import Link
from frontend.components.menu import Menu, MenuHeading, MenuItem, MenuSeparator
from frontend.components.notice import Notice
from frontend.components.page_header import PageHeader
from frontend.components.panel import Panel
from frontend.components.picker import Pick, Picker, PickGroup
from frontend.components.popover import Popover
from frontend.components.select import Option, Select
from frontend.components.skeleton import Skeleton
from frontend.components.suggest import Suggest, Suggesting
from frontend.components.table import Column, Row, Table
from frontend.components.tabs import Tab, Tabs
from frontend.components.text_input import SearchInput, TextArea, TextInput
from frontend.components.time import Time
from frontend.components.toast import ToastRegion
from frontend.components.upload import Upload

__all__ = [
    "COLORS",
    "Avatar",
    "Button",
    "Checkbox",
    "CheckboxField",
    "Child",
    "Chip",
    "Choice",
    "ColorDot",
    "Column",
    "Combobox",
    "ConfirmDialog",
    "Dialog",
    "Drawer",
    "EmptyState",
    "Field",
    "FormErrors",
    "Handler",
    "Icon",
    "IconButton",
    "Kbd",
    "Link",
    "Menu",
    "MenuHeading",
    "MenuItem",
    "MenuSeparator",
    "Notice",
    "Option",
    "PageHeader",
    "Panel",
    "Pick",
    "PickGroup",
    "Picker",
    "Popover",
    "Row",
    "SearchInput",
    "Select",
    "SelectField",
    "Skeleton",
    "Suggest",
    "Suggesting",
    "Tab",
    "Table",
    "Tabs",
    "TextArea",
    "TextField",
    "TextInput",
    "Time",
    "ToastRegion",
    "Upload",
    "classes",
    "initials",
]
