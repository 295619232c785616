"""The customer's screen: a second window that welcomes, shows the card filling, and asks how it was."""
