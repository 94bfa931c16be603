"""Reports leave the product here; ``pdf.write_report_pdf`` prints them."""
