"""The checker as one web page: `page.html` in this package, which `fanpage-names page` gives out."""
