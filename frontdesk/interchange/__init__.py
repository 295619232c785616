"""Other systems' files, in and out: CSV and vCard to plain rows and back."""
